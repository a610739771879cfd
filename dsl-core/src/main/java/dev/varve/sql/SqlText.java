package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * SQL text as its tokens.
 *
 * @param tokens all of it, blanks and comments too
 */
record SqlText(List<Token> tokens) {

    SqlText {
        tokens = List.copyOf(tokens);
    }

    static SqlText of(String text) {
        return new SqlText(new Lexer(text).tokens());
    }

    /** The tokens that are no space, with names in the form in which PostgreSQL folds them. */
    List<String> withoutSpace() {
        return tokens.stream()
                .filter(token -> token.kind() != Kind.SPACE)
                .map(token -> token.kind() == Kind.NAME ? token.name() : token.text())
                .toList();
    }

    /** Everything that is a name or a key word. */
    Set<String> names() {
        return tokens.stream().filter(Token::isName).map(Token::name).collect(Collectors.toSet());
    }

    /** The same text, its names quoted only where they must be. */
    String withFewQuotes() {
        return rewritten(i -> tokens.get(i).kind() == Kind.QUOTED_NAME
                ? Identifier.of(tokens.get(i).name()).sql()
                : tokens.get(i).text());
    }

    int size() {
        return tokens.size();
    }

    /** What stands there; nothing before the beginning and after the end. */
    Token tokenAt(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : Token.NOTHING;
    }

    String text(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining());
    }

    /** Where the bracket that opens there is closed. */
    int closing(int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The last place of what is in brackets there; the same place if no bracket opens. */
    int pastBrackets(int i) {
        return tokenAt(i).is("(") || tokenAt(i).is("[") ? closing(i) : i;
    }

    /** The text with something else in the place of each token. */
    String rewritten(IntFunction<String> token) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(token.apply(i));
        }
        return text.toString();
    }

    /** The place of what stands before that and is no blank; -1 if nothing does. */
    int previous(int i) {
        int at = i - 1;
        while (at >= 0 && tokens.get(at).kind() == Kind.SPACE) {
            at--;
        }
        return at;
    }

    /** The place of what stands after that and is no blank. */
    int next(int i) {
        int at = i + 1;
        while (tokenAt(at).kind() == Kind.SPACE) {
            at++;
        }
        return at;
    }

    Token neighbour(int i, int step) {
        for (int j = i + step; j >= 0 && j < tokens.size(); j += step) {
            if (tokens.get(j).kind() != Kind.SPACE) {
                return tokens.get(j);
            }
        }
        return Token.NOTHING;
    }
}

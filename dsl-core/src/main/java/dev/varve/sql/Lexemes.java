package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What PostgreSQL's scanner sees of a text: no blanks, no comments, whole operators, each in one spelling (<a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS">lexical structure</a>).
 */
final class Lexemes {

    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";
    private static final Pattern MAY_END_IN_SIGN = Pattern.compile(".*[~!@#%^&|`?].*");
    private static final Pattern SIMPLE_NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    private final List<Token> tokens;
    private final List<String> lexemes = new ArrayList<>();

    private Lexemes(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<String> of(String text) {
        Lexemes lexemes = new Lexemes(SqlText.of(text).tokens());
        lexemes.read();
        return lexemes.lexemes;
    }

    /** Whether it is an operator, or a star. */
    static boolean isOperator(String lexeme) {
        return OPERATOR.indexOf(lexeme.charAt(0)) >= 0;
    }

    private void read() {
        for (int i = 0; i < tokens.size(); ) {
            Token token = tokens.get(i);
            if (isOperator(i)) {
                i = readOperators(i);
                continue;
            }
            if (token.kind() != Kind.SPACE) {
                lexemes.add(spelled(token, i));
            }
            i++;
        }
    }

    private boolean isOperator(int i) {
        return i < tokens.size()
                && tokens.get(i).kind() == Kind.SYMBOL
                && OPERATOR.contains(tokens.get(i).text());
    }

    /** Signs at the end are operators of their own, as in {@code a=-1}, unless the operator has a character that no standard one has. */
    private int readOperators(int from) {
        StringBuilder run = new StringBuilder();
        int end = from;
        while (isOperator(end)) {
            run.append(tokens.get(end++).text());
        }
        int length = run.length();
        while (length > 1
                && "+-".indexOf(run.charAt(length - 1)) >= 0
                && !MAY_END_IN_SIGN.matcher(run.substring(0, length)).matches()) {
            length--;
        }
        String operator = run.substring(0, length);
        lexemes.add(operator.equals("!=") ? "<>" : operator);
        run.substring(length).chars().forEach(sign -> lexemes.add(Character.toString(sign)));
        return end;
    }

    private String spelled(Token token, int i) {
        return switch (token.kind()) {
            case NAME -> token.name();
            case QUOTED_NAME -> spelledName(token, i);
            case STRING -> spelledString(token.text());
            default -> token.text();
        };
    }

    /** What follows an ampersand may be the rest of {@code U&"..."}. */
    private String spelledName(Token token, int i) {
        boolean isPlain = SIMPLE_NAME.matcher(token.name()).matches() && !Keywords.isKeyword(token.name());
        boolean isEscaped = i > 0 && tokens.get(i - 1).is("&");
        return isPlain && !isEscaped ? token.name() : token.text();
    }

    private static String spelledString(String text) {
        if (!text.startsWith("$")) {
            return text;
        }
        int tag = text.indexOf('$', 1) + 1;
        return '\'' + text.substring(tag, text.length() - tag).replace("'", "''") + '\'';
    }
}

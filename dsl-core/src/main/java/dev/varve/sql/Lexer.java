package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts SQL text into tokens, as far as names go: enough to tell a name from a string, a comment or a number, by the
 * <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">lexical rules of PostgreSQL</a>.
 */
final class Lexer {

    private static final String LETTER = "A-Za-z_\\x{80}-\\x{10FFFF}";

    /** Comments nest; more than three deep nobody writes them. */
    private static final String COMMENT = comment(comment(comment("(?!)")));

    /** Repetitions are possessive: they cannot be retried in another way, and a long text would exhaust the stack otherwise. */
    private static final Pattern TOKEN = Pattern.compile("(?s)(?<space>\\s++|--[^\\n]*+|" + COMMENT + ")"
            + "|(?<string>[eE]'(?:[^'\\\\]++|\\\\.|'')*+'|(?:[bBxXnN]|[uU]&)?'(?:[^']++|'')*+'"
            + "|\\$(?<tag>(?:[" + LETTER + "][" + LETTER + "0-9]*)?)\\$.*?\\$\\k<tag>\\$)"
            + "|(?<quoted>\"(?:[^\"]++|\"\")*+\")"
            + "|(?<name>[" + LETTER + "][" + LETTER + "0-9$]*+)"
            + "|(?<symbol>\\d[" + LETTER + "0-9.]*+|::|.)");

    private final Matcher matcher;

    Lexer(String text) {
        this.matcher = TOKEN.matcher(text);
    }

    private static String comment(String inner) {
        return "/\\*(?:[^*/]++|" + inner + "|\\*(?!/)|/(?!\\*))*+\\*/";
    }

    /** All of the text, blanks and comments too. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        matcher.reset();
        while (matcher.find()) {
            tokens.add(new Token(kind(), matcher.group()));
        }
        return tokens;
    }

    private Kind kind() {
        if (matcher.group("space") != null) {
            return Kind.SPACE;
        }
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        if (matcher.group("quoted") != null) {
            return Kind.QUOTED_NAME;
        }
        return matcher.group("name") != null ? Kind.NAME : Kind.SYMBOL;
    }
}

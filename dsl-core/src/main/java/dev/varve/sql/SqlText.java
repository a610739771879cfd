package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SQL text as its tokens.
 *
 * @param tokens all of it, blanks and comments too
 */
record SqlText(List<Token> tokens) {

    private static final Pattern NAME_IN_STRING = Pattern.compile("'[\\w$]+\\.[\\w$]+'");

    private static final Set<String> SEQUENCE_FUNCTIONS = Set.of("nextval", "currval", "setval");

    private static final Set<String> CLAUSES = Set.of(
            "select", "from", "join", "on", "using", "where", "group", "having", "window", "order", "limit", "offset",
            "when");

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

    /**
     * Every {@code a.b} in the text, also in {@code 'a.b'::regclass}, and in {@code operator(a.===)}; of {@code a.b.c} the first two.
     */
    Set<QualifiedName> qualifiedNames() {
        Set<QualifiedName> names = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (startsQualifiedName(i)) {
                names.add(
                        QualifiedName.of(tokens.get(i).name(), tokens.get(i + 2).name()));
            }
            if (isRelationConstant(i)) {
                names.addAll(of(tokens.get(i).unquoted()).qualifiedNames());
            }
            operatorAt(i).ifPresent(names::add);
        }
        return names;
    }

    /** The same, and whatever strings hold nothing but such a name, as functions for text search and sequences take them. */
    Set<QualifiedName> namesAndStrings() {
        Set<QualifiedName> names = qualifiedNames();
        tokens.stream()
                .filter(token -> token.kind() == Kind.STRING
                        && NAME_IN_STRING.matcher(token.text()).matches())
                .forEach(token -> names.addAll(of(token.unquoted()).qualifiedNames()));
        return names;
    }

    /** The same text, its names quoted only where they must be. */
    String withFewQuotes() {
        return rewritten(i -> tokens.get(i).kind() == Kind.QUOTED_NAME
                ? Identifier.of(tokens.get(i).name()).sql()
                : tokens.get(i).text());
    }

    String renamingObject(QualifiedName from, QualifiedName to) {
        return rewritten(i -> {
            if (isRelationConstant(i)) {
                return Literal.text(of(tokens.get(i).unquoted()).renamingObject(from, to))
                        .sql();
            }
            if (names(i, from) || operatorAt(i).filter(from::equals).isPresent()) {
                return Identifier.of(to.schema()).sql();
            }
            return i >= 2 && names(i - 2, from)
                    ? to.simple().sql()
                    : tokens.get(i).text();
        });
    }

    String qualifyingCalls(Set<String> functions, String schema) {
        return rewritten(i -> isBareCall(i) && functions.contains(tokens.get(i).name())
                ? Identifier.of(schema).sql() + '.' + tokens.get(i).text()
                : tokens.get(i).text());
    }

    private boolean isBareCall(int i) {
        return tokens.get(i).isName()
                && neighbour(i, 1).is("(")
                && !neighbour(i, -1).is(".");
    }

    String renamingSchema(String from, String to) {
        return rewritten(i -> {
            if (isRelationConstant(i)) {
                return Literal.text(of(tokens.get(i).unquoted()).renamingSchema(from, to))
                        .sql();
            }
            return (startsQualifiedName(i) || operatorAt(i).isPresent())
                            && tokens.get(i).name().equals(from)
                    ? Identifier.of(to).sql()
                    : tokens.get(i).text();
        });
    }

    /** Whether a list of columns has a star: not a product, the one of {@code count(*)}, or a row that is an argument or cast. */
    boolean selectsAll() {
        Deque<Boolean> lists = new ArrayDeque<>(List.of(true));
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                lists.push(opensList(i));
            } else if (tokens.get(i).is(")") && lists.size() > 1) {
                lists.pop();
            } else if (lists.element() && isStarOfColumns(i)) {
                return true;
            }
        }
        return false;
    }

    /** A query in brackets has a list of columns, and a row spells out what it is made of. */
    private boolean opensList(int bracket) {
        return Set.of("select", "with", "values")
                        .contains(neighbour(bracket, 1).text().toLowerCase(Locale.ROOT))
                || neighbour(bracket, -1).text().equalsIgnoreCase("row");
    }

    private boolean isStarOfColumns(int i) {
        boolean isWhole = neighbour(i, -1).is(".") && !neighbour(i, 1).is("::");
        return tokens.get(i).is("*") && (isWhole || isEndOfItem(neighbour(i, 1)));
    }

    private static boolean isEndOfItem(Token token) {
        return token.isNothing()
                || token.is(",")
                || token.is(")")
                || token.text().equalsIgnoreCase("from");
    }

    /** Whether a relation is named in a list of those that are selected from: {@code a.b} may also be column b of a. */
    boolean selectsFrom(QualifiedName relation) {
        return IntStream.range(0, tokens.size()).anyMatch(i -> names(i, relation) && isInFrom(i));
    }

    private boolean isInFrom(int name) {
        for (int i = name - 1; i >= 0; i--) {
            if (tokens.get(i).is(")")) {
                i = opening(i);
            } else if (tokens.get(i).kind() == Kind.NAME
                    && CLAUSES.contains(tokens.get(i).name())) {
                return Set.of("from", "join").contains(tokens.get(i).name());
            }
        }
        return false;
    }

    private int opening(int closing) {
        int depth = 0;
        for (int i = closing; i >= 0; i--) {
            depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return 0;
    }

    SqlNames.First first() {
        return new SqlNames.First(tokens.get(0).name(), text(1, tokens.size()).strip());
    }

    List<String> list() {
        return elements(0, tokens.size());
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

    /** The parts between the separators that are in no brackets. */
    List<String> between(String separator) {
        return elements(0, tokens.size(), separator);
    }

    /** What is before and after the first time that the key word stands in no brackets; the whole text if it does not. */
    List<String> around(String word) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[")) {
                i = closing(i);
            } else if (token.kind() == Kind.NAME && token.name().equals(word)) {
                return List.of(text(0, i), text(i + 1, tokens.size()));
            }
        }
        return List.of(text(0, tokens.size()));
    }

    /** The last place of what is in brackets there; the same place if no bracket opens. */
    int pastBrackets(int i) {
        return tokenAt(i).is("(") || tokenAt(i).is("[") ? closing(i) : i;
    }

    /** What stands between commas that are in no brackets. */
    List<String> elements(int from, int to) {
        return elements(from, to, ",");
    }

    private List<String> elements(int from, int to, String separator) {
        List<String> elements = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (tokens.get(i).is("(") || tokens.get(i).is("[")) {
                i = closing(i);
            } else if (tokens.get(i).is(separator)) {
                elements.add(text(start, i).strip());
                start = i + 1;
            }
        }
        elements.add(text(start, to).strip());
        return elements;
    }

    String renamingValue(QualifiedName type, String from, String to, boolean all) {
        return rewritten(i -> isString(i, from) && (isCast(i) ? names(i + 2, type) : all)
                ? Literal.text(to).sql()
                : tokens.get(i).text());
    }

    boolean saysWithoutCast(String value) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean inArray = tokens.get(i).kind() == Kind.STRING
                    && tokens.get(i).text().startsWith("'{")
                    && tokens.get(i).text().contains(value);
            if (isString(i, value) && !isCast(i) || inArray) {
                return true;
            }
        }
        return false;
    }

    private boolean isString(int i, String value) {
        Token token = tokens.get(i);
        return token.kind() == Kind.STRING
                && token.text().startsWith("'")
                && token.unquoted().equals(value);
    }

    private boolean isCast(int i) {
        return tokenAt(i + 1).is("::");
    }

    /** The text with something else in the place of each token. */
    String rewritten(IntFunction<String> token) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(token.apply(i));
        }
        return text.toString();
    }

    private boolean names(int i, QualifiedName name) {
        return startsQualifiedName(i)
                && tokens.get(i).name().equals(name.schema())
                && tokens.get(i + 2).name().equals(name.name());
    }

    private boolean startsQualifiedName(int i) {
        return i + 2 < tokens.size()
                && tokens.get(i).isName()
                && tokens.get(i + 1).is(".")
                && tokens.get(i + 2).isName()
                && !(i > 0 && tokens.get(i - 1).is("."));
    }

    /** The operator whose schema stands there, as in {@code operator(a.===)}. */
    private Optional<QualifiedName> operatorAt(int i) {
        int opening = previous(i);
        boolean begins = tokens.get(i).isName()
                && i + 2 < tokens.size()
                && tokens.get(i + 1).is(".");
        if (!begins || opening < 1 || !tokens.get(opening).is("(")) {
            return Optional.empty();
        }
        String symbol = text(i + 2, closing(opening)).strip();
        boolean operator = tokens.get(previous(opening) < 0 ? opening : previous(opening))
                        .text()
                        .equalsIgnoreCase("operator")
                && symbol.matches("[-+*/<>=~!@#%^&|`?]+");
        return operator ? Optional.of(QualifiedName.of(tokens.get(i).name(), symbol)) : Optional.empty();
    }

    /** The place of what stands before that and is no blank; -1 if nothing does. */
    int previous(int i) {
        int at = i - 1;
        while (at >= 0 && tokens.get(at).kind() == Kind.SPACE) {
            at--;
        }
        return at;
    }

    /** Whether it is a string that PostgreSQL reads as the name of a relation, as in {@code nextval('a.b')}. */
    private boolean isRelationConstant(int i) {
        Token token = tokens.get(i);
        return token.kind() == Kind.STRING
                && token.text().startsWith("'")
                && (followedByRegclass(i) || calledBySequenceFunction(i));
    }

    private boolean followedByRegclass(int i) {
        return i + 2 < tokens.size()
                && tokens.get(i + 1).is("::")
                && tokens.get(i + 2).text().equalsIgnoreCase("regclass");
    }

    private boolean calledBySequenceFunction(int i) {
        return i >= 2
                && tokens.get(i - 1).is("(")
                && SEQUENCE_FUNCTIONS.contains(tokens.get(i - 2).text().toLowerCase(Locale.ROOT));
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

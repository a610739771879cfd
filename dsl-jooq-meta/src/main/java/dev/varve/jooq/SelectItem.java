package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What stands between two commas of a select list, as text, because jOOQ forgets by which name a function is called. From it PostgreSQL
 * makes the name of a column to which nobody gives one (<a
 * href="https://www.postgresql.org/docs/current/queries-select-lists.html#QUERIES-COLUMN-LABELS">column labels</a>).
 */
record SelectItem(Words words) {

    private static final String NAMELESS = "?column?";

    private static final Set<String> OPERATORS =
            Set.of(("+ - * / % ^ < > = ! ~ | & # @ ? and or not is in between like ilike similar overlaps").split(" "));

    /** After these a column is called by rules that are not told here. */
    private static final Set<String> UNTOLD = Set.of("at", "collate", "[", "cast", "row", "isnull", "notnull");

    private static final Set<String> AFTER_CALL = Set.of("over", "filter", "within");

    /** What PostgreSQL calls instead of {@code trim}, for which SQL has a grammar of its own. */
    private static final Map<String, String> TRIMS = Map.of("leading", "ltrim", "trailing", "rtrim");

    /** Constants that look like names. */
    private static final Set<String> CONSTANTS = Set.of("null", "true", "false");

    /**
     * The name of the column; none where it is not certain.
     *
     * @param type the type of the column, by which a cast is called if there is no other name
     */
    Optional<String> name(TypeName type) {
        boolean isCast = !words.outermost("::").isEmpty() && !isOperation();
        return ownName().map(name -> isCast && name.equals(NAMELESS) ? DataTypes.catalogName(type.name()) : name);
    }

    private boolean isOperation() {
        return words.outermost(OPERATORS).size() > 0;
    }

    private Optional<String> ownName() {
        if (words.at(0).equals("case")) {
            return ofCase();
        }
        if (words.at(0).equals("array")) {
            return Optional.of("array");
        }
        if (isOperation()) {
            return Optional.of(NAMELESS);
        }
        return words.outermost(UNTOLD).isEmpty() ? withoutCast().ofOperand() : Optional.empty();
    }

    /** A case is called like what it gives otherwise. */
    private Optional<String> ofCase() {
        boolean isOne = words.count("case") == 1 && words.at(words.size() - 1).equals("end");
        Optional<String> otherwise = words.outermost("else").stream()
                .findFirst()
                .map(place -> new SelectItem(words.between(place + 1, words.size() - 1)))
                .map(item -> item.ownName().orElse(""))
                .or(() -> Optional.of(NAMELESS));
        return otherwise.filter(name -> isOne && !name.isEmpty()).map(name -> name.equals(NAMELESS) ? "case" : name);
    }

    private SelectItem withoutCast() {
        return words.outermost("::").stream()
                .findFirst()
                .map(cast -> new SelectItem(words.between(0, cast)))
                .orElse(this);
    }

    private Optional<String> ofOperand() {
        if (words.at(0).equals("(")) {
            return inBrackets();
        }
        int name = nameLength();
        if (name == words.size()) {
            String column = words.at(name - 1);
            return Optional.of(CONSTANTS.contains(column) ? NAMELESS : unquoted(column));
        }
        return words.size() == 1 ? Optional.of(NAMELESS) : called(name);
    }

    private Optional<String> inBrackets() {
        if (words.closing(0) != words.size() - 1) {
            return Optional.empty();
        }
        Words inner = words.between(1, words.size() - 1);
        return inner.at(0).equals("select")
                ? SelectList.of(inner).items().get(0).ownName()
                : new SelectItem(inner).ownName();
    }

    /** How many words at the beginning are a name with its dots. */
    private int nameLength() {
        return (int) IntStream.range(0, words.size())
                .takeWhile(
                        i -> i % 2 == 1 ? words.at(i).equals(".") : words.at(i).matches("[\\p{L}_\"][^']*"))
                .count();
    }

    private Optional<String> called(int open) {
        int end = words.closing(open) + 1;
        boolean isCall =
                open > 0 && words.at(open).equals("(") && (end == words.size() || AFTER_CALL.contains(words.at(end)));
        return Optional.of(open - 1)
                .filter(last -> isCall)
                .map(last -> unquoted(words.at(last)))
                .map(name -> name.equals("trim") ? TRIMS.getOrDefault(words.at(open + 1), "btrim") : name);
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}

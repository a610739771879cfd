package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Expression;
import dev.varve.sql.Fragment;
import dev.varve.sql.Likeness;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says one state in the words of another: what still differs then, differs in more than words. Objects are records all the way down, so that
 * no kind has to know of this.
 */
final class Wording {

    private record Pair(Fragment before, Fragment after) {}

    private static final Pattern WORD = Pattern.compile("'(?:[^'\\\\]|'')*'");

    private final Set<Likeness> taken;
    private final boolean isFolding;
    private final Set<QualifiedName> enums;
    private final List<Pair> unknown = new ArrayList<>();

    private Wording(Set<Likeness> taken, Database to) {
        this(taken, false, to.objects(EnumType.class).map(EnumType::name).collect(Collectors.toSet()));
    }

    private Wording(Set<Likeness> taken, boolean isFolding, Set<QualifiedName> enums) {
        this.taken = taken;
        this.isFolding = isFolding;
        this.enums = enums;
    }

    /** The objects of a state with each text in the one form of all those that are certainly the same; only to be compared. */
    static List<SchemaObject> folded(Database state) {
        Wording folding = new Wording(Set.of(), true, Set.of());
        return state.objects()
                .map(object -> (SchemaObject) folding.value(object, object))
                .toList();
    }

    /** The second state with those texts of the first one that say the same. */
    static Database certain(Database from, Database to) {
        return new Wording(Set.of(Likeness.EQUAL), to).state(from, to);
    }

    /** The second state with all texts of the first one that may say the same. */
    static Database assumed(Database from, Database to) {
        return new Wording(Set.of(Likeness.EQUAL, Likeness.UNKNOWN), to).state(from, to);
    }

    /** The texts of which nobody knows without a server whether they say the same. */
    static List<Doubt> doubts(Database from, Database to) {
        List<Doubt> doubts = new ArrayList<>();
        to.objects().filter(object -> from.has(object.id())).forEach(object -> {
            Wording wording = new Wording(Set.of(), to);
            wording.value(from.get(object.id()), object);
            wording.unknown.forEach(pair -> doubts.add(new Doubt(object.id(), pair.before(), pair.after())));
        });
        return doubts;
    }

    private Database state(Database from, Database to) {
        List<SchemaObject> said = to.objects().toList();
        List<SchemaObject> worded = said.stream()
                .map(object -> from.find(object.id())
                        .map(old -> (SchemaObject) value(old, object))
                        .orElse(object))
                .toList();
        return worded.equals(said) ? to : Database.holding(to.environment(), worded);
    }

    private Object value(Object from, Object to) {
        if (!isFolding && from.equals(to)) {
            return to;
        }
        if (from instanceof Column old && to instanceof Column now && areOtherWords(old, now)) {
            return to;
        }
        if (from instanceof Expression old && to instanceof Expression now) {
            return isFolding ? now.folded() : text(old, now, old.likeness(now));
        }
        if (from instanceof Query old && to instanceof Query now) {
            return isFolding ? now.folded() : text(old, now, old.likeness(now));
        }
        return to instanceof Record && from.getClass() == to.getClass() ? record(from, to) : collection(from, to);
    }

    /** Two strings may be the same date, and are never the same text or value of an enum. */
    private boolean areOtherWords(Column from, Column to) {
        boolean isOfWords = to.type().isText()
                || !to.type().array() && enums.contains(to.type().name());
        boolean isOther = !word(from).equals(word(to));
        return !isFolding
                && isOfWords
                && isOther
                && from.type().equals(to.type())
                && word(from).isPresent()
                && word(to).isPresent();
    }

    private static Optional<String> word(Column column) {
        return column.value()
                .flatMap(ColumnValue::defaultExpression)
                .map(value -> value.text().strip())
                .filter(text -> WORD.matcher(text).matches());
    }

    private Fragment text(Fragment from, Fragment to, Likeness likeness) {
        if (likeness == Likeness.UNKNOWN) {
            unknown.add(new Pair(from, to));
        }
        return taken.contains(likeness) ? from : to;
    }

    private Object collection(Object from, Object to) {
        if (from instanceof Optional<?> old && to instanceof Optional<?> now && old.isPresent()) {
            return now.map(value -> value(old.get(), value));
        }
        if (from instanceof Map<?, ?> old && to instanceof Map<?, ?> now) {
            return isFolding && areTexts(now.keySet()) && areTexts(now.values()) ? sorted(now) : map(old, now);
        }
        if (to instanceof Set<?> now && isFolding && areTexts(now)) {
            return new TreeSet<>(now);
        }
        return from instanceof List<?> old && to instanceof List<?> now ? list(old, now) : to;
    }

    private static boolean areTexts(Collection<?> values) {
        return values.stream().allMatch(String.class::isInstance);
    }

    /** What is said by names in any order, such as storage parameters, says the same in each. */
    private static Map<?, ?> sorted(Map<?, ?> values) {
        return new TreeMap<>(values);
    }

    private Map<?, ?> map(Map<?, ?> from, Map<?, ?> to) {
        Map<Object, Object> result = to instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
        to.forEach((key, value) -> result.put(key, from.containsKey(key) ? value(from.get(key), value) : value));
        return result;
    }

    /** Columns are paired by their names, everything else by its place. */
    private List<?> list(List<?> from, List<?> to) {
        if (to.stream().anyMatch(Column.class::isInstance)) {
            Map<String, Column> columns =
                    from.stream().map(Column.class::cast).collect(Collectors.toMap(Column::name, Function.identity()));
            return to.stream()
                    .map(Column.class::cast)
                    .map(column -> value(columns.getOrDefault(column.name(), column), column))
                    .toList();
        }
        return from.size() == to.size()
                ? IntStream.range(0, to.size())
                        .mapToObj(i -> value(from.get(i), to.get(i)))
                        .toList()
                : to;
    }

    private Object record(Object from, Object to) {
        return RecordParts.mapped(to, (component, said) -> value(RecordParts.of(from, component), said));
    }
}

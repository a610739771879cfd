package dev.varve.jooq;

import dev.varve.model.Database;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a schema holds and generated code of jOOQ has no word for. */
final class Unsaid {

    /** Kinds of which the code tells, or that are said of others and change no code. */
    private static final Set<String> TOLD = Set.of(
            "schema",
            "table",
            "partition",
            "view",
            "materialized view",
            "continuous aggregate",
            "index",
            "sequence",
            "enum type",
            "domain",
            "composite type",
            "function",
            "procedure",
            "aggregate",
            "comment");

    private Unsaid() {}

    /** One line for each thing that somebody might miss, and one for each kind of objects. */
    static Stream<String> in(Database state) {
        Stream<String> parts = Stream.concat(
                state.objects(Index.class)
                        .filter(index -> !Indexes.isPlain(index))
                        .map(Unsaid::ofIndex),
                state.objects(Table.class).flatMap(table -> ofTable(table, state)));
        return Stream.concat(parts, kinds(state).stream());
    }

    private static String ofIndex(Index index) {
        return "The " + index.id() + " is left out: jOOQ knows indexes over columns, without expressions and further"
                + " columns.";
    }

    private static Stream<String> ofTable(Table table, Database state) {
        Stream<String> exclusions = table.constraints().values().stream()
                .filter(ExclusionConstraint.class::isInstance)
                .map(exclusion -> "Constraint \"" + exclusion.name() + "\" of " + table.id()
                        + " is left out: jOOQ knows no exclusion constraints.");
        Stream<String> parents = Inheritance.of(table).parents().size() > 1
                ? Stream.of("The parents of " + table.id() + " are left out: jOOQ knows one at most.")
                : Stream.of();
        return Stream.of(exclusions, foreignKeys(table, state), parents).flatMap(lines -> lines);
    }

    private static Stream<String> foreignKeys(Table table, Database state) {
        return table.constraints().values().stream()
                .filter(ForeignKeyConstraint.class::isInstance)
                .map(ForeignKeyConstraint.class::cast)
                .filter(key -> state.find(Table.id(key.target().name()))
                        .filter(referenced -> Keys.unique(key, referenced).isEmpty())
                        .isPresent())
                .map(key -> "Constraint \"" + key.name() + "\" of " + table.id()
                        + " is left out: it references a unique" + " index, and jOOQ knows foreign keys to keys.");
    }

    private static Set<String> kinds(Database state) {
        Map<String, Long> counts = state.objects()
                .map(SchemaObject::id)
                .map(ObjectId::kind)
                .filter(kind -> !TOLD.contains(kind))
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? Set.of()
                : Set.of("Left out, because jOOQ has no word for them: "
                        + counts.entrySet().stream()
                                .map(kind -> kind.getKey() + " (" + kind.getValue() + ")")
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}

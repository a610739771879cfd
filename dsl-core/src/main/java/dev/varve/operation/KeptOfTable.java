package dev.varve.operation;

import dev.varve.model.AutomaticName;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Partition;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Slot;
import dev.varve.model.Table;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a partition keeps of the keys, foreign keys and indexes of its table when it becomes a table of its own. Foreign keys keep their names;
 * what has an index is called as PostgreSQL calls the indexes of a new partition.
 *
 * @param constraints what it keeps of constraints, by the name that these have in the table
 * @param indexes what it keeps of indexes, by the name that these have in the table
 */
record KeptOfTable(Map<String, Constraint> constraints, Map<QualifiedName, Index> indexes) {

    private static final Pattern CALL =
            Pattern.compile("\\(*(?:[a-z_0-9]+\\.)?([a-z_][a-z0-9_]*)\\(.*", Pattern.DOTALL);

    static KeptOfTable of(Partition partition, Database before) {
        Table root = partition.root(before);
        Names names = new Names(partition.name(), before, new HashSet<>());
        Map<String, Constraint> constraints = new LinkedHashMap<>();
        Map<QualifiedName, Index> indexes = new LinkedHashMap<>();
        root.constraints().values().stream()
                .filter(KeptOfTable::isNamedByServer)
                .sorted(Comparator.comparing(Constraint::name))
                .forEach(constraint -> constraints.put(constraint.name(), constraint.named(names.of(constraint))));
        if (partition.foreign().isEmpty()) {
            before.owned(root.id()).stream()
                    .filter(Index.class::isInstance)
                    .map(Index.class::cast)
                    .forEach(index -> indexes.put(
                            index.name(), index.named(names.of(index)).on(Table.id(partition.name()))));
        }
        return new KeptOfTable(constraints, indexes);
    }

    /** The name that PostgreSQL gives to the part of a new index of the table, beside what the partition has already and what others were given. */
    static QualifiedName nameOfPart(Index index, Partition partition, Database before, Set<QualifiedName> given) {
        Set<QualifiedName> taken = new HashSet<>(given);
        of(partition, before)
                .namesOfIndexes(partition.name())
                .values()
                .forEach(name -> taken.add(partition.name().named(name)));
        return new Names(partition.name(), before, taken).of(index);
    }

    static boolean isNamedByServer(Constraint constraint) {
        return constraint.hasIndex() || constraint instanceof ForeignKeyConstraint;
    }

    /** The names of what has an index, by the name of the index of the table. */
    Map<QualifiedName, String> namesOfIndexes(QualifiedName root) {
        Map<QualifiedName, String> names = new LinkedHashMap<>();
        constraints.forEach((name, kept) -> {
            if (kept.hasIndex()) {
                names.put(root.named(name), kept.name());
            }
        });
        indexes.forEach((name, kept) -> names.put(name, kept.name().name()));
        return names;
    }

    /** The names of the foreign keys. */
    List<String> foreignKeys() {
        return constraints.values().stream()
                .filter(ForeignKeyConstraint.class::isInstance)
                .map(Constraint::name)
                .toList();
    }

    private record Names(QualifiedName table, Database database, Set<QualifiedName> taken) {

        String of(Constraint constraint) {
            if (constraint instanceof ExclusionConstraint exclusion) {
                Stream<String> keys = exclusion.elements().stream().map(element -> word(element.key()));
                return free(Stream.concat(keys, exclusion.included().stream()), "_excl")
                        .name();
            }
            if (constraint instanceof PrimaryKeyConstraint) {
                return free(Stream.empty(), "_pkey").name();
            }
            return constraint instanceof UniqueConstraint unique
                    ? free(unique.columns(), "_key").name()
                    : constraint.name();
        }

        QualifiedName of(Index index) {
            Stream<String> keys = index.keys().stream().map(Names::word);
            return free(Stream.concat(keys, index.included().stream()), "_idx");
        }

        private static String word(IndexKey key) {
            Matcher call = CALL.matcher(key.expression().text());
            return key.column()
                    ? key.expression().bareNames().iterator().next()
                    : call.matches() ? call.group(1) : "expr";
        }

        private QualifiedName free(Stream<String> words, String ending) {
            String columns = String.join("_", distinct(words.toList()));
            QualifiedName name = new AutomaticName(table, columns, ending).name();
            for (int i = 1; isTaken(name); i++) {
                name = new AutomaticName(table, columns, ending + i).name();
            }
            taken.add(name);
            return name;
        }

        private boolean isTaken(QualifiedName name) {
            return taken.contains(name)
                    || database.occupant(Slot.relation(name)).isPresent();
        }

        /** What an index has twice gets a number. */
        private static List<String> distinct(List<String> words) {
            List<String> names = new ArrayList<>();
            for (String word : words) {
                String name = word;
                for (int i = 1; names.contains(name); i++) {
                    name = word + i;
                }
                names.add(name);
            }
            return names;
        }
    }
}

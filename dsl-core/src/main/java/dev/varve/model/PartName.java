package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What PostgreSQL calls the parts that a new partition has of the indexes of its table: after the partition and the columns, with an ending for
 * the kind ({@code ChooseIndexName}).
 */
public record PartName(QualifiedName partition) {

    private static final Pattern CALL =
            Pattern.compile("\\(*(?:[a-z_0-9]+\\.)?([a-z_][a-z0-9_]*)\\(.*", Pattern.DOTALL);

    /** The name of the part of the index of a constraint. */
    public AutomaticName of(Constraint constraint) {
        if (constraint instanceof ExclusionConstraint exclusion) {
            Stream<String> keys = exclusion.elements().stream().map(element -> word(element.key()));
            return of(Stream.concat(keys, exclusion.included().stream()).toList(), "_excl");
        }
        return constraint instanceof UniqueConstraint unique
                ? of(unique.columns().toList(), "_key")
                : of(List.of(), "_pkey");
    }

    /** The name of the part of an index. */
    public AutomaticName of(Index index) {
        Stream<String> keys = index.keys().stream().map(PartName::word);
        return of(Stream.concat(keys, index.included().stream()).toList(), "_idx");
    }

    /** The name of the part of an index whose columns have these names, with that ending. */
    public AutomaticName of(List<String> columns, String ending) {
        return new AutomaticName(partition, String.join("_", distinct(columns)), ending);
    }

    private static String word(IndexKey key) {
        Matcher call = CALL.matcher(key.expression().text());
        return key.column() ? key.expression().bareNames().iterator().next() : call.matches() ? call.group(1) : "expr";
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

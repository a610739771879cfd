package dev.varve.testing;

import dev.varve.model.Database;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States as lines that a person can compare. */
final class StateLines {

    private StateLines() {}

    /** A line for every object, and for a table one for every column, constraint and facet. */
    static List<String> of(Database database) {
        return lines(database, index -> index + ". ");
    }

    /** The same without the order of columns. */
    static List<String> unordered(Database database) {
        return lines(database, index -> "");
    }

    private static List<String> lines(Database database, Function<Integer, String> place) {
        return database.objects()
                .filter(SchemaObject::isCompared)
                .flatMap(object -> lines(object, place))
                .toList();
    }

    private static Stream<String> lines(SchemaObject object, Function<Integer, String> place) {
        if (!(object instanceof Table table)) {
            return Stream.of(object.toString());
        }
        List<String> lines = new ArrayList<>(List.of(table.id().toString()));
        for (int i = 0; i < table.columns().size(); i++) {
            lines.add(table.id() + " column " + place.apply(i + 1)
                    + table.columns().get(i));
        }
        table.constraints().values().forEach(constraint -> lines.add(table.id() + " " + constraint));
        table.facets().values().forEach(facet -> lines.add(table.id() + " " + facet));
        return lines.stream();
    }

    /** The lines that only one of two has: with a minus what was expected, with a plus what there is. */
    static String difference(List<String> expected, List<String> actual) {
        TreeSet<String> missing = new TreeSet<>(expected);
        actual.forEach(missing::remove);
        TreeSet<String> extra = new TreeSet<>(actual);
        expected.forEach(extra::remove);
        String difference = Stream.concat(
                        missing.stream().map(line -> "- " + line),
                        extra.stream().map(line -> "+ " + line))
                .collect(Collectors.joining("\n"));
        return difference.isEmpty()
                ? "- " + String.join("\n- ", expected) + "\n+ " + String.join("\n+ ", actual)
                : difference;
    }

    /** The lines of a text, without those commas at their ends that depend on their order, sorted. */
    static String sorted(String text) {
        return Arrays.stream(text.split("\n"))
                .map(line -> line.replaceFirst(",$", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}

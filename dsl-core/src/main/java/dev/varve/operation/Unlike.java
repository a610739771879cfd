package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What tells a table apart from the one that it would have to be, in the words of {@code create table}. */
record Unlike(Table found, Table wanted) {

    String inWords() {
        List<String> differences = Stream.of(
                        said("it has ", without(parts(found), parts(wanted))),
                        said("it lacks ", without(parts(wanted), parts(found))))
                .flatMap(List::stream)
                .toList();
        return differences.isEmpty()
                ? "its rows are kept elsewhere or in another way"
                : String.join(", and ", differences);
    }

    private static List<String> said(String begin, List<String> parts) {
        return parts.isEmpty() ? List.of() : List.of(begin + '"' + String.join("\", \"", parts) + '"');
    }

    private static List<String> without(List<String> some, List<String> others) {
        List<String> rest = new ArrayList<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static List<String> parts(Table table) {
        Stream<String> columns = table.columns().stream().map(Column::sql);
        Stream<String> constraints = table.constraints().values().stream()
                .map(constraint -> constraint.clause().text());
        Stream<String> facets = table.facets().values().stream().map(facet -> ObjectId.kindOf(facet.getClass()));
        return Stream.of(columns, constraints, facets).flatMap(part -> part).toList();
    }
}

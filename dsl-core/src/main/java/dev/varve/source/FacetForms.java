package dev.varve.source;

import dev.varve.model.AccessMethod;
import dev.varve.model.Foreign;
import dev.varve.model.IndexKey;
import dev.varve.model.Inheritance;
import dev.varve.model.Partitioning;
import dev.varve.model.RowSecurity;
import dev.varve.model.RowType;
import dev.varve.model.StorageParameters;
import dev.varve.model.Tablespace;
import dev.varve.model.Unlogged;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The facts about tables that PostgreSQL itself has. */
final class FacetForms {

    private FacetForms() {}

    static List<FacetForm<?>> all() {
        return List.of(
                FacetForm.of(
                        StorageParameters.class,
                        (facet, source) -> Call.of("storageParameters", Expressions.parameters(facet.parameters())),
                        "dropStorageParameters"),
                FacetForm.of(
                        Inheritance.class,
                        (facet, source) -> new Call(
                                "inherits",
                                facet.parents().stream()
                                        .<Code>map(parent -> source.name(parent))
                                        .toList()),
                        "noInherit"),
                FacetForm.of(Unlogged.class, (facet, source) -> Call.of("unlogged"), "logged"),
                FacetForm.of(
                        AccessMethod.class,
                        (facet, source) -> Call.of("accessMethod", facet.method()),
                        "dropAccessMethod"),
                FacetForm.of(
                        Tablespace.class, (facet, source) -> Call.of("tablespace", facet.name()), "dropTablespace"),
                FacetForm.of(RowSecurity.class, (facet, source) -> Call.of(rowSecurity(facet)), "dropRowSecurity"),
                FacetForm.of(
                        RowType.class,
                        (facet, source) -> Call.of("rowType", Names.of("compositeType", facet.type())),
                        "dropRowType"),
                FacetForm.of(
                        Partitioning.class,
                        (facet, source) -> Call.of("partitionBy", partitioning(facet)),
                        "dropPartitioning"),
                FacetForm.of(
                        Foreign.class, (facet, source) -> Call.of("foreign", foreign(facet, source)), "dropForeign"));
    }

    /** How rows are spread: {@code range("day")}. */
    static Code partitioning(Partitioning partitioning) {
        String word = partitioning.strategy().name().toLowerCase(Locale.ROOT);
        List<Optional<String>> columns =
                partitioning.keys().stream().map(FacetForms::column).toList();
        if (columns.stream().allMatch(Optional::isPresent)) {
            return Call.of(
                    word, Names.list(columns.stream().map(Optional::orElseThrow).toList()));
        }
        List<Optional<Code>> keys =
                partitioning.keys().stream().map(FacetForms::key).toList();
        return keys.stream().allMatch(Optional::isPresent)
                ? new Call(word, keys.stream().map(Optional::orElseThrow).toList())
                : whole(partitioning);
    }

    private static Optional<String> column(Expression key) {
        return key.bareNames().stream()
                .filter(name -> Identifier.of(name).sql().equals(key.text()))
                .findFirst();
    }

    private static Optional<Code> key(Expression key) {
        String text = key.text();
        Expression inner = new Expression(
                text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text);
        return Optional.of(IndexKey.expression(inner))
                .filter(index -> index.sql().equals(text))
                .map(IndexForm::key);
    }

    private static Code whole(Partitioning partitioning) {
        List<Code> keys = partitioning.keys().stream().map(Expressions::sql).toList();
        return Code.raw(
                "new Partitioning(Partitioning.Strategy." + partitioning.strategy() + ", "
                        + new Call("List.of", keys).flat() + ')',
                Set.of("dev.varve.model.Partitioning", "java.util.List"));
    }

    static Code foreign(Foreign foreign, Source source) {
        Chain chain = Chain.on(source.name(foreign.server())).then("rows");
        for (Map.Entry<String, String> option : foreign.options().values().entrySet()) {
            chain = chain.then("option", option.getKey(), option.getValue());
        }
        for (String column : foreign.columnOptions().keySet()) {
            for (Map.Entry<String, String> option :
                    foreign.columnOptions().get(column).values().entrySet()) {
                chain = chain.then("columnOption", column, option.getKey(), option.getValue());
            }
        }
        return chain;
    }

    private static String rowSecurity(RowSecurity facet) {
        String enabled = facet.forced() ? "forcedRowSecurity" : "rowSecurity";
        return facet.enabled() ? enabled : "disabledForcedRowSecurity";
    }
}

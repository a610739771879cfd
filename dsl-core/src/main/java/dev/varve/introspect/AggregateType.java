package dev.varve.introspect;

import dev.varve.model.Aggregate;
import dev.varve.model.AggregateArguments;
import dev.varve.model.AggregateArguments.Kind;
import dev.varve.model.Argument;
import dev.varve.model.Operator;
import dev.varve.model.Transition;
import dev.varve.model.Transition.Finish;
import dev.varve.model.Transition.Modify;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Aggregates that users made. */
final class AggregateType implements ObjectType<Aggregate> {

    private record Details(int direct, Kind kind, Aggregate aggregate) {}

    @Override
    public Class<Aggregate> type() {
        return Aggregate.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_proc");
    }

    @Override
    public List<Aggregate> introspect(Catalog catalog) {
        Map<Long, Details> details = details(catalog);
        return RoutineRow.all(catalog, "'a'", row -> {
            RoutineRow routine = new RoutineRow(row);
            Details found = details.get(row.number("oid"));
            Aggregate rest = found.aggregate();
            Aggregate aggregate = new Aggregate(
                    routine.name(),
                    arguments(routine.arguments(), found),
                    rest.transition(),
                    rest.moving(),
                    rest.partial(),
                    rest.sort(),
                    FunctionType.parallel(row.text("proparallel")));
            catalog.identify("pg_proc", row.number("oid"), aggregate.id());
            return aggregate;
        });
    }

    private static AggregateArguments arguments(List<Argument> all, Details details) {
        return new AggregateArguments(
                details.kind(), all.subList(0, details.direct()), all.subList(details.direct(), all.size()));
    }

    private static Map<Long, Details> details(Catalog catalog) {
        String sql = """
                select a.aggfnoid::oid::bigint as oid, a.aggkind::text as kind, a.aggnumdirectargs as direct,
                    a.agginitval, a.aggminitval, a.aggtransspace, a.aggmtransspace, a.aggfinalextra, a.aggmfinalextra,
                    a.aggfinalmodify::text, a.aggmfinalmodify::text, format_type(a.aggtranstype, null) as state,
                    format_type(nullif(a.aggmtranstype, 0), null) as mstate, o.oprname, n.nspname as oprschema,
                    %s
                from pg_aggregate a left join pg_operator o on o.oid = a.aggsortop left join pg_namespace n on n.oid = o.oprnamespace
                where a.aggfnoid::oid >= 16384
                """.formatted(String.join(
                ", ",
                Stream.of(
                                "transfn",
                                "finalfn",
                                "combinefn",
                                "serialfn",
                                "deserialfn",
                                "mtransfn",
                                "minvtransfn",
                                "mfinalfn")
                        .map(AggregateType::nameOf)
                        .toList()));
        Map<Long, Details> details = new HashMap<>();
        catalog.query(sql, row -> details.put(row.number("oid"), details(row)));
        return details;
    }

    /** The schema and the name of a function, one after the other. */
    private static String nameOf(String column) {
        return "(select array[fn.nspname, f.proname]::text[] from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace"
                + " where f.oid = a.agg" + column + ") as " + column;
    }

    private static Details details(Row row) {
        Transition plain = transition(row, "");
        Optional<Aggregate.Moving> moving =
                function(row, "minvtransfn").map(inverse -> new Aggregate.Moving(transition(row, "m"), inverse));
        Aggregate aggregate = new Aggregate(
                QualifiedName.unqualified("aggregate"),
                AggregateArguments.NONE,
                plain,
                moving,
                new Aggregate.Partial(
                        function(row, "combinefn"), function(row, "serialfn"), function(row, "deserialfn")),
                row.find("oprname").map(symbol -> operator(row.text("oprschema"), symbol)),
                dev.varve.model.ParallelSafety.UNSAFE);
        return new Details((int) row.number("direct"), kind(row.text("kind")), aggregate);
    }

    private static Kind kind(String code) {
        return switch (code) {
            case "o" -> Kind.ORDERED_SET;
            case "h" -> Kind.HYPOTHETICAL;
            default -> Kind.NORMAL;
        };
    }

    private static Operator operator(String schema, String symbol) {
        return schema.equals("pg_catalog") ? Operator.of(symbol) : new Operator(schema, symbol);
    }

    private static Transition transition(Row row, String prefix) {
        Optional<Finish> finish = function(row, prefix + "finalfn")
                .map(function -> new Finish(
                        function,
                        row.is("agg" + prefix + "finalextra"),
                        modify(row.text("agg" + prefix + "finalmodify"))));
        return new Transition(
                function(row, prefix + "transfn").orElseThrow(),
                TypeName.of(row.text(prefix + "state")),
                (int) row.number("agg" + prefix + "transspace"),
                finish,
                row.find("agg" + prefix + "initval"));
    }

    private static Modify modify(String code) {
        return Stream.of(Modify.values())
                .filter(modify -> modify.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<QualifiedName> function(Row row, String column) {
        List<String> parts = row.texts(column);
        return parts.isEmpty() ? Optional.empty() : Optional.of(QualifiedName.of(parts.get(0), parts.get(1)));
    }
}

package dev.varve.introspect;

import dev.varve.model.Estimate;
import dev.varve.model.Function;
import dev.varve.model.FunctionTraits;
import dev.varve.model.ParallelSafety;
import dev.varve.model.Volatility;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Functions that users made. */
final class FunctionType implements ObjectType<Function> {

    @Override
    public Class<Function> type() {
        return Function.class;
    }

    @Override
    public List<Function> introspect(Catalog catalog) {
        return RoutineRow.all(catalog, "'f', 'w'", row -> {
            Function function = function(row);
            catalog.identify("pg_proc", row.number("oid"), function.id());
            return function;
        });
    }

    private static Function function(Row row) {
        RoutineRow routine = new RoutineRow(row);
        return new Function(
                routine.name(), routine.arguments(), row.text("result"), traits(row), routine.traits(), routine.body());
    }

    private static FunctionTraits traits(Row row) {
        return new FunctionTraits(
                volatility(row.text("provolatile")),
                parallel(row.text("proparallel")),
                row.is("proisstrict"),
                row.is("proleakproof"),
                row.text("prokind").equals("w"),
                estimate(row));
    }

    private static Volatility volatility(String code) {
        return switch (code) {
            case "i" -> Volatility.IMMUTABLE;
            case "s" -> Volatility.STABLE;
            default -> Volatility.VOLATILE;
        };
    }

    static ParallelSafety parallel(String code) {
        return Stream.of(ParallelSafety.values())
                .filter(safety -> safety.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A function that gives no set has no rows in the catalog. */
    private static Estimate estimate(Row row) {
        Optional<BigDecimal> rows = row.find("rows").map(BigDecimal::new).filter(number -> number.signum() != 0);
        return new Estimate(
                row.find("cost").map(BigDecimal::new),
                rows,
                row.find("support").map(name -> QualifiedName.of(row.text("supportschema"), name)));
    }
}

package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the planner thinks of a function before it runs.
 *
 * @param cost of a call, in units of {@code cpu_operator_cost}; empty for the one of the language
 * @param rows that it gives; empty for a thousand, or for one if it gives no set
 * @param support the function that knows better
 */
public record Estimate(Optional<BigDecimal> cost, Optional<BigDecimal> rows, Optional<QualifiedName> support) {

    /** Nothing special. */
    public static final Estimate USUAL = new Estimate(Optional.empty(), Optional.empty(), Optional.empty());

    private static final BigDecimal USUAL_ROWS = BigDecimal.valueOf(1000);

    public Estimate {
        cost = cost.map(Estimate::plain);
        rows = rows.map(Estimate::plain).filter(number -> number.compareTo(USUAL_ROWS) != 0);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The same with another cost of a call. */
    public Estimate costing(BigDecimal other) {
        return new Estimate(Optional.of(other), rows, support);
    }

    /** The same with another number of rows. */
    public Estimate giving(BigDecimal other) {
        return new Estimate(cost, Optional.of(other), support);
    }

    /** The same with a function that knows better. */
    public Estimate supportedBy(QualifiedName function) {
        return new Estimate(cost, rows, Optional.of(function));
    }

    Estimate in(String language) {
        return new Estimate(cost.filter(number -> number.compareTo(usualCost(language)) != 0), rows, support);
    }

    private static BigDecimal usualCost(String language) {
        return BigDecimal.valueOf(List.of("c", "internal").contains(language) ? 1 : 100);
    }

    Estimate following(Rename rename) {
        return new Estimate(cost, rows, support.map(rename::followName));
    }

    /** A function that knows better cannot be taken away again. */
    boolean canBeAlteredFrom(Estimate old) {
        return support.isPresent() || old.support.isEmpty();
    }

    List<Sql> changes(Estimate old, String language) {
        List<Sql> changes = new ArrayList<>();
        if (!cost.equals(old.cost)) {
            changes.add(Sql.raw(" cost " + cost.orElseGet(() -> usualCost(language))));
        }
        if (!rows.equals(old.rows)) {
            changes.add(Sql.raw(" rows " + rows.orElse(USUAL_ROWS)));
        }
        support.filter(function -> !old.support.equals(support))
                .ifPresent(function -> changes.add(Sql.of(" support {}", function)));
        return changes;
    }
}

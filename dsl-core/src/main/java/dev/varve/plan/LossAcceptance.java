package dev.varve.plan;

import java.util.List;
import java.util.Set;

/**
 * What somebody has agreed to lose.
 *
 * @param named {@code all}, or losses as plans say them ({@code the rows of trading.orders}), or the names of tables and columns in them,
 *     with their schemas ({@code trading.orders})
 */
public record LossAcceptance(Set<String> named) {

    /** Agreement to nothing. */
    public static final LossAcceptance NONE = new LossAcceptance(Set.of());

    /** Agreement to everything. */
    public static final LossAcceptance ALL = new LossAcceptance(Set.of("all"));

    public LossAcceptance {
        named = Set.copyOf(named);
    }

    /** Whether everything that the plan loses was agreed to. */
    public boolean covers(MigrationPlan plan) {
        return refused(plan).isEmpty();
    }

    /** What the plan loses without agreement, in words. */
    public List<String> refused(MigrationPlan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.lost().stream())
                .distinct()
                .filter(loss -> !covers(loss))
                .toList();
    }

    private boolean covers(String loss) {
        return named.contains("all") || named.contains(loss) || named.stream().anyMatch(name -> mentions(loss, name));
    }

    /** A name of a table or column has a dot, which tells it from the words of the sentence. */
    private static boolean mentions(String loss, String name) {
        return name.contains(".") && (' ' + loss.replace(",", " ") + ' ').contains(' ' + name + ' ');
    }
}

package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a continuous aggregate is brought up to date, now and by policies. */
public record AggregateRefresh(ContinuousAggregate aggregate) {

    /** The first 2.minor in which an aggregate may have several policies, and one over another aggregate, too. */
    private static final int REFRESHES = 21;

    private static final int STACKED_REFRESHES = 29;

    private AggregateSource source() {
        return new AggregateSource(aggregate);
    }

    /**
     * Looks for a window that cannot be refreshed.
     *
     * @throws RefusedException if it cannot
     */
    public void checkWindow(RefreshWindow window, Database database) {
        boolean whole = Set.of("smallint", "integer", "bigint").contains(source().timeType(database));
        if (window.whole() != whole) {
            throw new RefusedException(
                    aggregate.id(),
                    "The window " + window + " is none of " + aggregate.id() + ", whose time is a "
                            + source().timeType(database) + '.');
        }
        if (window.step().isPresent() && aggregate.fixedWidth().isEmpty()) {
            throw new RefusedException(
                    aggregate.id(),
                    "The " + aggregate.id()
                            + " cannot be refreshed in steps, because its buckets have no fixed length that the library"
                            + " can tell. Leave out inSteps(...), or refresh one window after the other.");
        }
    }

    /** The statements that bring a window up to date, after one that fails if that would remove what cannot be computed again. */
    public List<Statement> now(RefreshWindow window, Database database) {
        String type = source().timeType(database);
        List<Statement> statements =
                new ArrayList<>(HistoryGuard.of(aggregate, source().in(database), database, window).stream()
                        .toList());
        List<RefreshWindow> steps = aggregate.fixedWidth().map(window::steps).orElse(List.of(window));
        steps.forEach(step -> statements.add(refreshing(
                Sql.raw(RefreshWindow.literal(step.from(), type)),
                Sql.raw(RefreshWindow.literal(step.to(), type)),
                database)));
        return statements;
    }

    /**
     * The statement that computes everything. It runs alone, and may run again. Never to be used on an aggregate that may hold what its
     * hypertable has no more, because it would remove that.
     */
    Statement filling(Database database) {
        return refreshing(Sql.raw("null"), Sql.raw("null"), database);
    }

    private Statement refreshing(Sql from, Sql to, Database database) {
        Sql call = Sql.of(
                "call {}({}, {}, {})",
                QualifiedName.of(TimescaleEdition.functionSchema(database), "refresh_continuous_aggregate"),
                Literal.text(aggregate.name().sql()),
                from,
                to);
        return Statement.alone(
                call,
                LockMode.ACCESS_SHARE,
                new Recovery(Sql.raw("select 'ABSENT'"), Sql.raw("select 'nothing to clean up'")));
    }

    /** The statements that lead from this way of being kept up to date to another; a policy that is the only one is changed in place. */
    public List<Statement> by(List<RefreshPolicy> others, Database database) {
        require(others, database);
        List<RefreshPolicy> refreshes = aggregate.refreshes();
        QualifiedName name = aggregate.name();
        if (refreshes.size() == 1 && others.size() == 1) {
            return List.of(others.get(0).change(refreshes.get(0), name, database));
        }
        if (others.isEmpty() && !refreshes.isEmpty()) {
            return List.of(Statement.of(RefreshPolicy.removalOfAll(name).select(database), LockMode.NONE));
        }
        List<Statement> statements = new ArrayList<>();
        refreshes.stream()
                .filter(policy -> !others.contains(policy))
                .forEach(policy -> statements.add(policy.removal(name, database)));
        statements.addAll(adding(
                others.stream().filter(policy -> !refreshes.contains(policy)).toList(), database));
        return statements;
    }

    /** The statements that add policies. */
    List<Statement> adding(List<RefreshPolicy> policies, Database database) {
        if (policies.isEmpty()) {
            return List.of();
        }
        String timeType = source().timeType(database);
        return policies.stream()
                .flatMap(policy -> policy.addition(aggregate.name(), timeType, database).stream())
                .toList();
    }

    /** Looks for what the server cannot do yet. */
    void require(List<RefreshPolicy> policies, Database database) {
        policies.forEach(policy -> policy.options().require(aggregate.id(), database));
        if (policies.size() > 1) {
            boolean stacked = source().in(database) instanceof ContinuousAggregate;
            TimescaleEdition.require(
                    aggregate.id(), "More than one refresh policy", stacked ? STACKED_REFRESHES : REFRESHES, database);
        }
    }
}

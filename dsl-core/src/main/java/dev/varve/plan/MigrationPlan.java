package dev.varve.plan;

import dev.varve.model.Environment;
import dev.varve.revision.HistoryException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The steps that lead from one place in history to another, in the order in which they run, over all databases.
 *
 * @param wayBack the steps that take these back again, where these apply revisions; empty where there is no way back or nobody asked
 * @param obstacles why there is no way back, in words; empty if there is one
 */
public record MigrationPlan(List<Step> steps, List<Step> wayBack, List<String> obstacles) {

    public MigrationPlan {
        steps = List.copyOf(steps);
        wayBack = List.copyOf(wayBack);
        obstacles = List.copyOf(obstacles);
    }

    /** A plan whose way back nobody asked for. */
    public MigrationPlan(List<Step> steps) {
        this(steps, List.of(), List.of());
    }

    /** The plan that applies these revisions, in order, with its way back. */
    public static MigrationPlan applying(List<ReplayedRevision> revisions, Function<String, Environment> environments) {
        List<Step> steps = revisions.stream()
                .map(r -> r.up(environments.apply(r.node().database())))
                .toList();
        List<String> obstacles = obstacles(revisions);
        return new MigrationPlan(steps, obstacles.isEmpty() ? back(revisions, environments) : List.of(), obstacles);
    }

    /**
     * The plan that takes these revisions back, in order.
     *
     * @throws HistoryException if there is no way back for one of them; then none of them is touched
     */
    public static MigrationPlan reverting(
            List<ReplayedRevision> revisions, Function<String, Environment> environments) {
        List<String> obstacles = obstacles(revisions);
        if (!obstacles.isEmpty()) {
            throw new HistoryException("There is no way back, so nothing was changed. " + String.join(" ", obstacles));
        }
        return new MigrationPlan(revisions.stream()
                .map(r -> r.down(environments.apply(r.node().database())))
                .toList());
    }

    /** This plan and then another, which may go on with the revision where this one stopped. */
    public MigrationPlan then(MigrationPlan next) {
        List<String> all = new ArrayList<>(obstacles);
        all.addAll(next.obstacles);
        return new MigrationPlan(joined(steps, next.steps), joined(next.wayBack, wayBack), all);
    }

    private static List<Step> joined(List<Step> first, List<Step> second) {
        List<Step> all = new ArrayList<>(first);
        second.stream()
                .filter(step ->
                        first.stream().noneMatch(other -> other.revision().equals(step.revision())))
                .forEach(all::add);
        return all;
    }

    private static List<Step> back(List<ReplayedRevision> revisions, Function<String, Environment> environments) {
        List<ReplayedRevision> backwards = new ArrayList<>(revisions);
        Collections.reverse(backwards);
        return reverting(backwards, environments).steps();
    }

    private static List<String> obstacles(List<ReplayedRevision> revisions) {
        return revisions.stream()
                .flatMap(revision -> revision.inverse().obstacles().stream()
                        .map(obstacle -> "Revision " + revision.node().id() + ": " + obstacle))
                .toList();
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What stays lost, in words: by the steps themselves if they take revisions back, by their way back if they apply some. */
    public List<String> losses() {
        List<Step> losing = new ArrayList<>(steps);
        losing.addAll(wayBack);
        return losing.stream().flatMap(step -> step.lost().stream()).distinct().toList();
    }

    /** The SQL of the steps, statement by statement with a semicolon and a line end between them. */
    public String upgradeSql() {
        return sql(steps);
    }

    /**
     * The SQL of the way back.
     *
     * @throws HistoryException if there is none
     */
    public String downgradeSql() {
        if (!obstacles.isEmpty()) {
            throw new HistoryException("There is no way back: " + String.join(" ", obstacles));
        }
        return sql(wayBack);
    }

    private static String sql(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.statements().stream())
                .map(planned -> planned.statement().sql().text())
                .collect(Collectors.joining(";\n"));
    }
}

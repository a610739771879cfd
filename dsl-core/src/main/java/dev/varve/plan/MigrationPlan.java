package dev.varve.plan;

import dev.varve.model.Environment;
import dev.varve.revision.HistoryException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    /** The application of these revisions, in order, with its way back. */
    public static MigrationPlan of(List<ReplayedRevision> revisions, Environment environment) {
        List<Step> steps =
                revisions.stream().map(revision -> revision.up(environment)).toList();
        List<String> obstacles = revisions.stream()
                .flatMap(revision -> revision.inverse().obstacles().stream())
                .toList();
        List<ReplayedRevision> backwards = new ArrayList<>(revisions);
        Collections.reverse(backwards);
        List<Step> back = obstacles.isEmpty()
                ? backwards.stream().map(revision -> revision.down(environment)).toList()
                : List.of();
        return new MigrationPlan(steps, back, obstacles);
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

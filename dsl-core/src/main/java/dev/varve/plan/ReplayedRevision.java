package dev.varve.plan;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.revision.RevisionNode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A revision with what it does, and the state of its database before and after it.
 *
 * @param before the state before the first operation
 * @param after the state after the last
 */
public record ReplayedRevision(RevisionNode node, List<Operation> operations, Database before, Database after) {

    public ReplayedRevision {
        operations = List.copyOf(operations);
    }

    /** The step that applies it on a server. */
    public Step up(Environment environment) {
        return new Step(Direction.UP, node, statements(operations, before, environment), List.of(), canonicalForm());
    }

    /** The step that takes it back on a server. */
    public Step down(Environment environment) {
        Inverse inverse = inverse();
        return new Step(
                Direction.DOWN,
                node,
                statements(inverse.operations(), after, environment),
                inverse.lost(),
                canonicalForm());
    }

    /** How it is taken back. */
    public Inverse inverse() {
        return Inverse.of(operations, before);
    }

    private static List<PlannedStatement> statements(
            List<Operation> operations, Database start, Environment environment) {
        List<PlannedStatement> statements = new ArrayList<>();
        Database state = start.on(environment);
        for (Operation operation : operations) {
            for (Statement statement : operation.statements(state)) {
                statements.add(new PlannedStatement(operation.description(), environment.rephrased(statement)));
            }
            state = operation.after(state);
        }
        return statements;
    }

    /** What the revision does, as it is on the newest server that form 1 knows, whatever server it is applied to. */
    public CanonicalForm canonicalForm() {
        StringBuilder text = new StringBuilder();
        text.append("parents: ")
                .append(String.join(" ", node.parents().stream().sorted().toList()))
                .append('\n');
        Database state = before.on(CANONICAL);
        for (Operation operation : operations) {
            text.append(operation.description()).append('\n');
            for (Statement statement : operation.statements(state)) {
                text.append("    ")
                        .append(canonical(statement.sql()).strip().replaceAll("\\s+", " "))
                        .append('\n');
            }
            state = operation.after(state);
        }
        return new CanonicalForm(CanonicalForm.CURRENT, text.toString());
    }

    private static String canonical(Sql sql) {
        return sql.canonical().orElse(sql.text());
    }

    private static final Environment CANONICAL = new Environment(180000, Map.of());
}

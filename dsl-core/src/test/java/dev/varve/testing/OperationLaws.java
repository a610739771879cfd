package dev.varve.testing;

import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What every operation must keep, tried on real servers:
 *
 * <ul>
 *   <li>what the server holds after the statements is what {@link Operation#after} says;
 *   <li>a way back leads to the state before, and from there the operation leads to the same state again;
 *   <li>{@link Operation#after} changes nothing, and equal operations are equal;
 *   <li>after a rename nothing in the state still uses the old name.
 * </ul>
 *
 * <pre>{@code OperationLaws.of(new AddColumn(orders, venue)).given(ORDERS).hold();}</pre>
 */
public final class OperationLaws {

    private final Operation operation;
    private final List<Operation> setup;
    private final List<String> rows;
    private final Optional<String> extension;
    private final boolean onTimescale;
    private final IntPredicate versions;

    private OperationLaws(
            Operation operation,
            List<Operation> setup,
            List<String> rows,
            Optional<String> extension,
            boolean onTimescale,
            IntPredicate versions) {
        this.operation = operation;
        this.setup = setup;
        this.rows = rows;
        this.extension = extension;
        this.onTimescale = onTimescale;
        this.versions = versions;
    }

    /** The laws for one operation. */
    public static OperationLaws of(Operation operation) {
        return new OperationLaws(operation, List.of(), List.of(), Optional.empty(), false, version -> true);
    }

    /** The same in a database in which these operations, too, have run before. */
    public OperationLaws given(Operation... before) {
        return given(List.of(before));
    }

    /** The same in a database that also holds these objects, created in this order. */
    public OperationLaws given(SchemaObject... objects) {
        return given(Arrays.stream(objects).<Operation>map(CreateObject::new).toList());
    }

    /** The same in a database in which these operations, too, have run before. */
    public OperationLaws given(List<Operation> before) {
        List<Operation> all = new ArrayList<>(setup);
        all.addAll(before);
        return new OperationLaws(operation, List.copyOf(all), rows, extension, onTimescale, versions);
    }

    /** The same with rows, inserted by these statements. */
    public OperationLaws givenRows(String... statements) {
        List<String> all = Stream.concat(rows.stream(), Stream.of(statements)).toList();
        return new OperationLaws(operation, setup, all, extension, onTimescale, versions);
    }

    /** The same, only on servers that have this extension. */
    public OperationLaws needing(String name) {
        return new OperationLaws(operation, setup, rows, Optional.of(name), onTimescale, versions);
    }

    /** The same on a server with TimescaleDB, in a database that has it; skipped with the reason where there is none. */
    public OperationLaws onTimescale() {
        return new OperationLaws(operation, setup, rows, extension, true, versions);
    }

    /** The same, only on TimescaleDB 2.minor or later. */
    public OperationLaws onTimescale(int minor) {
        TestServers.timescale(minor);
        return onTimescale();
    }

    /** The same, only on servers of that major version or a later one. */
    public OperationLaws since(int major) {
        return new OperationLaws(operation, setup, rows, extension, onTimescale, version -> version >= major);
    }

    /** The same, only on the server of that major version. */
    public OperationLaws on(int major) {
        return new OperationLaws(operation, setup, rows, extension, onTimescale, version -> version == major);
    }

    /** The same, only on servers before that major version. */
    public OperationLaws before(int major) {
        return new OperationLaws(operation, setup, rows, extension, onTimescale, version -> version < major);
    }

    /** Tries the laws. */
    public void hold() {
        onEveryServer(LawTrial::hold);
    }

    private void tryOrSkip(Trying trying, LawTrial trial) {
        try {
            trying.in(trial);
        } catch (RefusedException e) {
            Assumptions.abort(reasonToSkip(e));
        }
    }

    /** That a server is too old for a feature is no breach of a law; what is refused for another reason is. */
    private String reasonToSkip(RefusedException refusal) {
        if (!onTimescale || !refusal.getMessage().contains(" or later, but this server has ")) {
            throw refusal;
        }
        return refusal.getMessage();
    }

    /** Expects the refusal of the operation with a message, and that the server would refuse its statements too. */
    public void areRefusedWith(String message) {
        onEveryServer(trial -> trial.isRefusedWith(message, true));
    }

    /** Expects the refusal of the operation with a message; the server might take the statements. */
    public void areRefusedBeforehandWith(String message) {
        onEveryServer(trial -> trial.isRefusedWith(message, false));
    }

    private interface Trying {
        void in(LawTrial trial);
    }

    private void onEveryServer(Trying trying) {
        List<TestServer> all = onTimescale ? List.of(TestServers.timescale()) : TestServers.all();
        List<TestServer> servers =
                all.stream().filter(server -> versions.test(server.major())).toList();
        Assumptions.assumeFalse(servers.isEmpty(), () -> "no server of such a version among " + all);
        LawDatabaseKind kind = onTimescale ? LawDatabaseKind.TIMESCALE : LawDatabaseKind.PLAIN;
        for (TestServer server : servers) {
            extension.ifPresent(name -> Assumptions.assumeTrue(
                    server.hasExtension(name), () -> server.description() + " has no extension " + name));
            try (LawDatabase database = LawDatabase.of(kind, server)) {
                tryOrSkip(trying, new LawTrial(database, operation, setup, rows));
            }
        }
    }
}

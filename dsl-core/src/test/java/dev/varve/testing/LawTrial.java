package dev.varve.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.diff.Difference;
import dev.varve.introspect.Introspection;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.RenameObject;
import dev.varve.operation.Reversal;
import dev.varve.operation.SetSchema;
import dev.varve.testing.KnownStates.Snapshot;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One trial of the laws in one database. */
final class LawTrial {

    private static final String COLUMN_COMES_LAST = "comes back as the last column";

    private final LawDatabase database;
    private final Operation operation;
    private final List<Operation> setup;
    private final List<String> rows;
    private final Introspector introspector = Introspector.create();

    LawTrial(LawDatabase database, Operation operation, List<Operation> setup, List<String> rows) {
        this.database = database;
        this.operation = operation;
        this.setup = setup;
        this.rows = rows;
    }

    void hold() {
        Database before = prepared();
        Snapshot found = snapshot("before the operation", before);
        Reversal reversal = operation.reversal(before);
        Optional<String> dump = reversal instanceof Reversal.Impossible ? Optional.empty() : dump();
        Database after = pureAfter(before);
        run(before);
        Snapshot changed = snapshot("after the operation", after);
        leavesNoOldName(after);
        takeBack(reversal, before, found, changed, dump);
        sameEffect(before, found.state(), changed.state());
    }

    void isRefusedWith(String message, boolean alsoByServer) {
        Database before = prepared();
        assertThatThrownBy(() -> operation.after(before))
                .isInstanceOf(RefusedException.class)
                .hasMessage(message);
        if (alsoByServer) {
            assertThatThrownBy(() -> database.run(operation.statements(before)))
                    .as("the server, too, refuses it")
                    .isInstanceOfAny(StatementFailedException.class, RefusedException.class);
        }
    }

    private Database prepared() {
        Database state = database.start(() -> introspected().database());
        for (Operation step : setup) {
            database.run(step.statements(state));
            state = step.after(state);
        }
        rows.forEach(database::execute);
        return state;
    }

    /**
     * One operation has the same effect on texts as the server printed them; several would meet their own texts beside those. What the server
     * makes anew of its own print may be said in other words, but is no difference. Statements that say a text again say another one of what
     * was printed, so that these run, too.
     */
    private void sameEffect(Database before, Database found, Database changed) {
        if (operation instanceof Passage || operation instanceof Journey) {
            return;
        }
        Database expected = operation.after(found);
        if (!Difference.between(expected, changed).isEmpty()) {
            boolean sameStatements = operation.statements(found).equals(operation.statements(before));
            same("the effect on what the server printed", sameStatements ? changed : changedAsPrinted(found), expected);
        }
    }

    private Database changedAsPrinted(Database found) {
        try (LawDatabase another = database.another()) {
            LawTrial again = new LawTrial(another, operation, setup, rows);
            again.prepared();
            again.run(found);
            return again.introspected().database();
        }
    }

    private void run(Database before) {
        operation
                .statements(before)
                .forEach(statement -> assertThat(statement.sql().text()).doesNotEndWith(";"));
        database.run(operation.statements(before));
    }

    /** Law 5. */
    private Database pureAfter(Database before) {
        String text = before.toString();
        Database after = operation.after(before);
        assertThat(operation.after(before))
                .as("the effect, asked a second time")
                .isEqualTo(after);
        assertThat(before.toString()).as("the state before, afterwards").isEqualTo(text);
        Operation again = recreated(operation);
        assertThat(again).isEqualTo(operation).hasSameHashCodeAs(operation);
        return after;
    }

    private static Operation recreated(Operation operation) {
        RecordComponent[] components = operation.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Method accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = accessor.invoke(operation);
            }
            Constructor<?> constructor = operation.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Operation) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(operation + " cannot be made again.", e);
        }
    }

    /** Law 6; what PostgreSQL itself once named after an object, such as the sequence of an identity, is called something else. */
    private void leavesNoOldName(Database after) {
        oldName()
                .ifPresent(name -> assertThat(after.toString())
                        .as("the state after %s", operation.description())
                        .doesNotContainPattern("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)"));
    }

    private Optional<String> oldName() {
        if (operation instanceof RenameColumn rename) {
            return Optional.of(rename.from());
        }
        if (operation instanceof RenameObject rename) {
            return Optional.of(rename.id().name().name());
        }
        return operation instanceof SetSchema move
                ? Optional.of(move.id().name().toString())
                : Optional.empty();
    }

    /** Law 2. */
    private void takeBack(Reversal reversal, Database before, Snapshot found, Snapshot changed, Optional<String> dump) {
        if (reversal instanceof Reversal.Impossible impossible) {
            assertThat(impossible.reason()).isNotBlank();
        } else if (reversal instanceof Reversal.WithOwner withOwner) {
            assertThat(withOwner.reason()).isNotBlank();
            drop(withOwner.owner(), operation.after(before));
        } else {
            boolean ordered = reversal.lost().stream().noneMatch(lost -> lost.contains(COLUMN_COMES_LAST));
            Database back = takenBack(reversal, operation.after(before));
            comesBack(back, found, dump, ordered);
            run(back);
            comesAgain(operation.after(back), found, changed, ordered);
        }
    }

    /** Of what {@code pg_dump} and the catalogs say in the same words as before nothing else can be read. */
    private void comesBack(Database back, Snapshot found, Optional<String> dump, boolean ordered) {
        Optional<String> now = dump();
        if (ordered && dump.isPresent() && now.equals(dump) && isTold(found)) {
            same("the state after the way back", found.state(), back);
            return;
        }
        same("the way back", found, snapshot("after the way back", back), ordered);
        sameDump(dump, now, ordered);
    }

    /** What the operation did the first time is read again only where the catalogs tell nothing of it, or something else. */
    private void comesAgain(Database after, Snapshot found, Snapshot changed, boolean ordered) {
        boolean isSeen = !found.fingerprint().equals(changed.fingerprint());
        if (ordered && isSeen && isTold(changed)) {
            same("the state after the second time", changed.state(), after);
            return;
        }
        same("the operation, run again", changed, snapshot("after the second time", after), ordered);
    }

    /** Whether the catalogs say the same; they do not say what TimescaleDB knows. */
    private boolean isTold(Snapshot snapshot) {
        return !database.hasTimescale()
                && CatalogFingerprint.of(database.connection()).equals(snapshot.fingerprint());
    }

    private Database takenBack(Reversal reversal, Database after) {
        Database state = after;
        for (Operation step : reversal.operations()) {
            database.run(step.statements(state));
            state = step.after(state);
        }
        return state;
    }

    private void drop(ObjectId<?> owner, Database after) {
        Database state = after;
        for (ObjectId<?> user : after.users(owner)) {
            state = state.has(user) ? dropped(user, state) : state;
        }
        Database rest = dropped(owner, state);
        snapshot("after the owner was dropped", rest);
    }

    private Database dropped(ObjectId<?> id, Database state) {
        DropObject drop = new DropObject(id);
        database.run(drop.statements(state));
        return drop.after(state);
    }

    /** Law 1. */
    private Snapshot snapshot(String when, Database declared) {
        Snapshot snapshot = database.known().snapshot(database.history(), () -> read(when));
        same("the state " + when, snapshot.state(), declared);
        return snapshot;
    }

    private Snapshot read(String when) {
        Introspection introspection = introspected();
        assertThat(introspection.unreadable())
                .as("what cannot be read, " + when)
                .isEmpty();
        assertThat(ChanceOrder.in(introspection.database()))
                .as("%s: what has another order in every virtual machine", when)
                .isEmpty();
        return new Snapshot(introspection.database(), CatalogFingerprint.of(database.connection()));
    }

    private Introspection introspected() {
        return introspector.read(database.connection());
    }

    private Optional<String> dump() {
        return database.known()
                .dump(database.history(), () -> database.database().dump());
    }

    private void same(String what, Snapshot expected, Snapshot actual, boolean ordered) {
        if (ordered) {
            assertThat(actual.state()).as("the state after " + what).isEqualTo(expected.state());
            assertThat(catalogs(actual)).as("the catalogs after " + what).isEqualTo(catalogs(expected));
        } else {
            assertThat(StateLines.unordered(actual.state()))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(StateLines.unordered(expected.state()));
        }
    }

    /** PostgreSQL 18 names a not-null constraint after its table, and a passage may make a column anew while that is called otherwise. */
    private String catalogs(Snapshot snapshot) {
        return operation instanceof Passage
                ? StateLines.sorted(snapshot.fingerprint()
                        .replaceAll("(?m)^constraint .*_not_null\\d* on ", "constraint not_null on "))
                : snapshot.fingerprint();
    }

    private void sameDump(Optional<String> expected, Optional<String> actual, boolean ordered) {
        DumpForm form = new DumpForm(operation, ordered);
        assertThat(actual.map(form::of)).as("pg_dump after the way back").isEqualTo(expected.map(form::of));
    }

    /** Law 1; nor does a difference find anything that would have to be done. */
    private void same(String what, Database actual, Database declared) {
        if (actual.equals(declared)) {
            assertThat(Difference.between(declared, actual).isEmpty()).isTrue();
            return;
        }
        Database expected = database.known()
                .normalForm(
                        declared, () -> introspector.normalized(database.connection(), introspector.shown(declared)));
        if (!actual.equals(expected)) {
            throw new AssertionError("%s: %s\non %s\n- declared\n+ on the server\n%s"
                    .formatted(
                            operation.description(),
                            what,
                            database.database().server().description(),
                            StateLines.difference(StateLines.of(expected), StateLines.of(actual))));
        }
        assertThat(Difference.between(expected, actual).isEmpty()).isTrue();
    }
}

package dev.varve.execute;

import static dev.varve.dsl.Postgres.irreversible;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PlainTable;
import dev.varve.plan.LossAcceptance;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which revisions have a fingerprint after what: {@code 0002+} has one, {@code 0002-} has none. */
class FingerprintTest {

    private static final PlainTable NOTES = table("notes");

    @RegisterExtension
    static final FreshDatabase SHOP = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "shop")
    static final class CreateNotes implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(NOTES.column("id", bigint().primaryKey()));
        }
    }

    @Revision(id = "0002", database = "shop", dependsOn = CreateNotes.class)
    static final class AddText implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(NOTES).addColumn("text", text());
        }
    }

    @Revision(id = "0002_kind", database = "shop", dependsOn = CreateNotes.class)
    static final class AddKind implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(NOTES).addColumn("kind", text());
        }
    }

    @Revision(id = "0003", database = "shop", dependsOn = AddText.class)
    static final class Fail implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("select 1 / 0", irreversible("nothing is done"));
        }
    }

    @Revision(id = "0003", database = "shop", dependsOn = AddText.class)
    static final class LoseTheConnection implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("select pg_terminate_backend(pg_backend_pid())", irreversible("nothing is done"));
        }
    }

    /** Fails at the index if the texts are not unique. */
    @Revision(id = "0003", database = "shop", dependsOn = AddText.class)
    static final class IndexTexts implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(NOTES)
                    .addColumn("venue", text())
                    .addIndex(on("text").unique().concurrently());
        }
    }

    private final List<String> drifted = new ArrayList<>();

    @SafeVarargs
    @SuppressWarnings("varargs") // the array goes no further
    private MigratorBuilder builder(Class<? extends Migration>... migrations) {
        return Migrator.builder()
                .database("shop", SHOP.dataSource())
                .migrations(List.of(migrations))
                .acceptLoss(LossAcceptance.ALL)
                .listener(new MigrationListener() {
                    @Override
                    public void drifted(String database) {
                        drifted.add(database);
                    }
                });
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array goes no further
    private Migrator migrator(Class<? extends Migration>... migrations) {
        return builder(migrations).build();
    }

    private static String kept() {
        return SHOP.get()
                .ask("select concat_ws(' ', 'base' || case when s.fingerprint is null then '-' else '+' end, (select"
                        + " string_agg(id || case when fingerprint is null then '-' else '+' end, ' ' order by ordinal)"
                        + " from varve.revision)) from varve.store s");
    }

    private static void failing(Migrator migrator) {
        assertThatThrownBy(migrator::upgrade).isInstanceOf(ExecutionException.class);
    }

    @Test
    void a_run_leaves_one_with_the_revision_that_it_applied_last() {
        migrator(CreateNotes.class).upgrade();
        assertThat(kept()).isEqualTo("base- 0001+");

        migrator(CreateNotes.class, AddText.class, IndexTexts.class).upgrade();

        assertThat(kept()).isEqualTo("base- 0001+ 0002- 0003+");
        assertThat(drifted).isEmpty();
    }

    @Test
    void a_run_that_fails_leaves_one_with_the_revision_that_stays() {
        Migrator failing = migrator(CreateNotes.class, AddText.class, Fail.class);
        failing(failing);
        assertThat(kept()).isEqualTo("base- 0001- 0002+");
        failing(failing);
        assertThat(drifted).isEmpty();

        SHOP.get().execute("create index by_hand on notes (id)");

        failing(failing);
        assertThat(drifted).containsExactly("shop");
    }

    @Test
    void a_run_that_has_done_nothing_keeps_what_was_known_so_that_drift_is_told_again() {
        migrator(CreateNotes.class, AddText.class).upgrade();
        SHOP.get().execute("create index by_hand on notes (id)");
        Migrator failing = migrator(CreateNotes.class, AddText.class, Fail.class);

        failing(failing);
        failing(failing);

        assertThat(drifted).containsExactly("shop", "shop");
    }

    @Test
    void drift_that_was_told_is_part_of_what_the_next_revision_leaves() {
        migrator(CreateNotes.class).upgrade();
        SHOP.get().execute("create index by_hand on notes (id)");
        migrator(CreateNotes.class, AddText.class).upgrade();
        drifted.clear();

        migrator(CreateNotes.class, AddText.class, IndexTexts.class).upgrade();

        assertThat(drifted).isEmpty();
    }

    @Test
    void the_first_run_of_all_leaves_one_without_any_revision_if_it_fails() {
        Migrator failing = migrator(FailAtOnce.class);
        failing(failing);
        assertThat(kept()).isEqualTo("base+");

        SHOP.get().execute("create table by_hand (id integer)");

        failing(failing);
        assertThat(drifted).containsExactly("shop");
    }

    @Revision(id = "0001", database = "shop")
    static final class FailAtOnce implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("select 1 / 0", irreversible("nothing is done"));
        }
    }

    @Test
    void a_way_back_renews_that_of_the_revision_which_is_then_the_last() {
        migrator(CreateNotes.class).upgrade();
        Migrator both = migrator(CreateNotes.class, AddText.class);
        both.upgrade();
        SHOP.get().execute("create index by_hand on notes (id)");

        both.downgrade("shop", new RevisionTarget("0001"));
        assertThat(drifted).containsExactly("shop");
        assertThat(kept()).isEqualTo("base- 0001+");

        both.upgrade(); // with the index, which the way back has left
        assertThat(drifted).containsExactly("shop");
    }

    @Test
    void without_any_revision_the_store_has_one() {
        Migrator both = migrator(CreateNotes.class, AddText.class);
        both.upgrade();
        both.downgrade("shop", RevisionTarget.BASE);
        assertThat(kept()).isEqualTo("base+");

        SHOP.get().execute("create table by_hand (id integer)");
        both.upgrade();

        assertThat(drifted).containsExactly("shop");
        assertThat(kept()).isEqualTo("base+ 0001- 0002+");
    }

    @Test
    void of_several_heads_the_one_that_was_applied_last_has_it() {
        migrator(CreateNotes.class, AddText.class).upgrade();
        Migrator all = migrator(CreateNotes.class, AddText.class, AddKind.class);
        all.upgrade(new RevisionTarget("heads"));
        assertThat(kept()).isEqualTo("base- 0001- 0002+ 0002_kind+");

        SHOP.get().execute("create index by_hand on notes (id)");
        all.downgrade("shop", new RevisionTarget("0002"));

        assertThat(drifted).containsExactly("shop");
        assertThat(kept()).isEqualTo("base- 0001- 0002+");
    }

    @Test
    void a_revision_that_was_interrupted_has_none_until_it_is_finished() {
        migrator(CreateNotes.class, AddText.class).upgrade();
        SHOP.get().execute("insert into notes values (1, 'a'), (2, 'a')");
        Migrator all = migrator(CreateNotes.class, AddText.class, IndexTexts.class);
        failing(all);
        assertThat(kept()).isEqualTo("base- 0001- 0002+ 0003-");
        SHOP.get().execute("delete from notes", "create index by_hand on notes (id)");

        all.upgrade();

        assertThat(drifted).isEmpty();
        assertThat(kept()).isEqualTo("base- 0001- 0002+ 0003+");
    }

    @Test
    void a_run_that_loses_its_connection_leaves_none_and_what_its_revisions_say_has_to_do() {
        Migrator losing = migrator(CreateNotes.class, AddText.class, LoseTheConnection.class);
        failing(losing);
        assertThat(kept()).isEqualTo("base- 0001- 0002-");
        failing(losing);
        assertThat(drifted).isEmpty();

        SHOP.get().execute("create index by_hand on notes (id)");

        failing(losing);
        assertThat(drifted).containsExactly("shop");
    }

    @Test
    void a_migrator_that_does_not_look_leaves_none() {
        migrator(CreateNotes.class).upgrade();

        builder(CreateNotes.class, AddText.class)
                .onDrift(DriftWatch.OFF)
                .build()
                .upgrade();

        assertThat(kept()).isEqualTo("base- 0001+ 0002-");
    }

    @Test
    void a_stamp_leaves_none() {
        Migrator both = migrator(CreateNotes.class, AddText.class);
        both.upgrade();
        both.stamp("shop", new RevisionTarget("0001"));
        assertThat(kept()).isEqualTo("base- 0001-");

        both.stamp("shop", RevisionTarget.BASE);
        assertThat(kept()).isEqualTo("base-");
    }

    @Test
    void a_store_of_an_earlier_release_gets_a_place_for_them() {
        migrator(CreateNotes.class).upgrade();
        SHOP.get()
                .execute(
                        "alter table varve.store drop column fingerprint",
                        "alter table varve.revision drop column fingerprint");
        assertThat(migrator(CreateNotes.class).upgrade().isEmpty()).isTrue();

        migrator(CreateNotes.class, AddText.class).upgrade();

        assertThat(kept()).isEqualTo("base- 0001- 0002+");
    }
}

package dev.varve.execute;

import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.diff.Scope;
import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.plan.LossAcceptance;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DriftWatchTest {

    @RegisterExtension
    static final FreshDatabase SHOP = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "shop")
    static final class CreateNotes implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(table("notes")
                    .column("id", bigint().primaryKey())
                    .column("kind", varchar(10))
                    .check("known", "kind in ('a', 'b') and id between 1 and 9 and kind <> ''"));
        }
    }

    @Revision(id = "0002", database = "shop", dependsOn = CreateNotes.class)
    static final class AddText implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(table("notes")).addColumn("text", text());
        }
    }

    private final List<String> drifted = new ArrayList<>();

    private Migrator migrator(DriftWatch watch, List<Class<? extends Migration>> migrations) {
        return builder(watch, migrations).build();
    }

    private MigratorBuilder builder(DriftWatch watch, List<Class<? extends Migration>> migrations) {
        return Migrator.builder()
                .database("shop", SHOP.dataSource())
                .migrations(migrations)
                .onDrift(watch)
                .acceptLoss(LossAcceptance.ALL)
                .listener(new MigrationListener() {
                    @Override
                    public void drifted(String database) {
                        drifted.add(database);
                    }
                });
    }

    private Migrator first() {
        return migrator(DriftWatch.WARN, List.of(CreateNotes.class));
    }

    private Migrator both(DriftWatch watch) {
        return migrator(watch, List.of(CreateNotes.class, AddText.class));
    }

    @Test
    void nothing_is_said_of_a_database_that_only_migrators_changed() {
        first().upgrade();
        SHOP.get().execute("insert into notes values (1)", "analyze notes");

        both(DriftWatch.REFUSE).upgrade();

        assertThat(drifted).isEmpty();
        assertThat(both(DriftWatch.WARN).check("shop").findings()).isEmpty();
    }

    @Test
    void a_change_by_hand_is_noticed_at_the_next_upgrade() {
        first().upgrade();
        SHOP.get().execute("create index by_hand on notes (id)");

        both(DriftWatch.WARN).upgrade();

        assertThat(drifted).containsExactly("shop");
    }

    @Test
    void a_change_by_hand_can_be_refused() {
        first().upgrade();
        SHOP.get().execute("create index by_hand on notes (id)");

        assertThatThrownBy(both(DriftWatch.REFUSE)::upgrade)
                .hasMessage(
                        "The database \"shop\" is not as its revisions left it: it was changed by hand, or by statements of theirs"
                                + " that do not say what they make. Nothing was changed."
                                + " \"drift -d shop\" shows how; \"--adopt\" makes a revision of it, and \"--revert\" prints the way back.");
        assertThat(both(DriftWatch.REFUSE).status("shop").pending()).hasSize(1);
    }

    @Test
    void a_change_of_what_is_not_compared_is_none() {
        Scope scope = Scope.EVERYTHING.excluding("index:by_hand");
        builder(DriftWatch.REFUSE, List.of(CreateNotes.class))
                .comparing(scope)
                .build()
                .upgrade();
        SHOP.get().execute("create index by_hand on notes (id)");
        Migrator both = builder(DriftWatch.REFUSE, List.of(CreateNotes.class, AddText.class))
                .comparing(scope)
                .build();

        both.upgrade();

        assertThat(both.check("shop").findings()).isEmpty();
    }

    @Test
    void what_a_dump_says_in_other_words_is_no_change() {
        first().upgrade();
        SHOP.get().execute("""
                do $$
                begin
                    execute 'alter table notes drop constraint known, add constraint known ' ||
                        (select pg_get_constraintdef(oid) from pg_constraint where conname = 'known');
                end $$
                """);

        both(DriftWatch.REFUSE).upgrade();

        assertThat(both(DriftWatch.WARN).check("shop").findings()).isEmpty();
    }

    @Test
    void in_another_scope_it_is_held_against_its_revisions() {
        Migrator without = builder(DriftWatch.REFUSE, List.of(CreateNotes.class, AddText.class))
                .comparing(Scope.EVERYTHING.excluding("table:notes"))
                .build();
        first().upgrade();
        SHOP.get().execute("alter table notes drop column kind", "create table by_hand (id integer)");

        assertThatThrownBy(without::upgrade).isInstanceOf(ExecutionException.class);
        SHOP.get().execute("drop table by_hand");
        without.upgrade();

        assertThat(drifted).isEmpty();
    }

    @Test
    void after_another_release_it_is_held_against_its_revisions() {
        first().upgrade();
        SHOP.get().execute("update varve.revision set fingerprint = '15/0.0.1:1'");

        both(DriftWatch.REFUSE).upgrade();

        SHOP.get()
                .execute("update varve.revision set fingerprint = '15/0.0.1:1'", "create index by_hand on notes (id)");
        both(DriftWatch.WARN).downgrade("shop", new RevisionTarget("0001"));
        assertThat(drifted).containsExactly("shop");
    }

    @Test
    void after_a_stamp_it_is_held_against_its_revisions() {
        SHOP.get().execute("create table notes (id bigint)");
        first().stamp("shop", RevisionTarget.HEAD);

        both(DriftWatch.WARN).upgrade();

        assertThat(drifted).containsExactly("shop");
    }

    @Test
    void a_role_that_may_make_no_schema_is_told_that_nothing_can_be_held_against_its_revisions() throws SQLException {
        first().upgrade();
        SHOP.get()
                .execute(
                        "do $$ begin create role varve_guest; exception when duplicate_object then null; end $$",
                        "revoke create on database " + SHOP.get().name() + " from public",
                        "grant all on schema varve to varve_guest",
                        "grant all on all tables in schema varve to varve_guest",
                        "alter table notes owner to varve_guest",
                        "update varve.revision set fingerprint = null");
        List<String> told = new ArrayList<>();
        try (Connection connection = SHOP.connect()) {
            Databases.ask(connection, "select set_config('role', 'varve_guest', false)");

            Migrator.builder()
                    .database("shop", new StrictPool(connection))
                    .migrations(List.of(CreateNotes.class, AddText.class))
                    .listener(new MigrationListener() {
                        @Override
                        public void incomparable(String database, String why) {
                            told.add(database + ": " + why);
                        }
                    })
                    .build()
                    .upgrade();
        }

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("shop: What was declared could not be compared: ")
                .contains("permission denied for database")
                .endsWith(
                        "Connect as a role that may make schemas, or let this one: \"grant create on database ... to ...\".");
    }

    @Test
    void nobody_looks_if_that_is_not_wanted() {
        first().upgrade();
        SHOP.get().execute("create index by_hand on notes (id)");

        both(DriftWatch.OFF).upgrade();

        assertThat(drifted).isEmpty();
    }
}

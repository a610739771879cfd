package dev.varve.execute;

import static dev.varve.dsl.Postgres.irreversible;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.reversedBy;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.execute.Databases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import dev.varve.revision.Revision;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationFailedExceptionTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(
            TestServers::postgres,
            "create table public.t (id integer)",
            """
            create function public.check_t() returns trigger language plpgsql as $$
            begin
                perform 100 / (new.id - 7);
                return new;
            end $$""",
            "create trigger at_once before insert on public.t for each row when (new.id < 10) execute function public.check_t()",
            """
            create function public.check_t_late() returns trigger language plpgsql as $$
            begin


                perform nope from public.t; return new;
            end $$""",
            "create constraint trigger late after insert on public.t deferrable initially deferred for each row"
                    + " when (new.id > 10) execute function public.check_t_late()");

    @Revision(id = "0001", database = "postgres")
    static final class FailInATrigger implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("insert into public.t values (8)", reversedBy());
            changes.execute("insert into public.t\nvalues (7)", reversedBy());
            changes.execute("insert into public.t values (9)", reversedBy());
        }
    }

    @Revision(id = "0001", database = "postgres")
    static final class FailInADeferredTrigger implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("create table public.u ()", reversedBy("drop table public.u"));
            changes.execute("insert into public.t values (11)", reversedBy());
            changes.execute("create table public.v ()", reversedBy("drop table public.v"));
        }
    }

    @Revision(id = "0001", database = "postgres")
    static final class FailAfterManyCharacters implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("select '\uD83D\uDE00\uD83D\uDE00',\r\n\t'ü' as \"ü\" form public.t", reversedBy());
        }
    }

    @Revision(id = "0001", database = "postgres")
    static final class NameWithoutSchema implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("update t set id = 1", reversedBy());
        }
    }

    @Revision(id = "0001", database = "postgres")
    static final class GrantToNobody implements Migration {
        @Override
        public void define(Changes changes) {
            changes.grant(privileges("usage").on(schema("public")), "nobody_at_all");
        }
    }

    @Revision(id = "0001", database = "postgres")
    static final class SetPassword implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("alter role nobody_at_all password 'hunter2'", irreversible("the old password is unknown"));
        }
    }

    @Revision(id = "0001", database = "postgres")
    static final class KeepPassword implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("do $$ begin perform 'create role x password ''hunter2'''; end $$", irreversible("a role"));
        }
    }

    private static MigratorBuilder migrator(Class<? extends Migration> migration) {
        return Migrator.builder().database("postgres", DATABASE.dataSource()).migrations(List.of(migration));
    }

    private static MigrationFailedException failure(Class<? extends Migration> migration) {
        return catchThrowableOfType(
                MigrationFailedException.class,
                () -> migrator(migration).build().upgrade());
    }

    @Test
    void an_error_in_a_trigger_is_laid_to_the_statement_that_set_it_off() {
        MigrationFailedException failure = failure(FailInATrigger.class);

        assertThat(failure).hasMessage("""
                Revision 0001 (dev.varve.execute.MigrationFailedExceptionTest$FailInATrigger) of postgres failed at "insert into public.t\
                 values (7)":
                    insert into public.t
                    values (7)
                  ERROR 22012: division by zero
                  in: SQL statement "SELECT 100 / (new.id - 7)"
                      PL/pgSQL function public.check_t() line 3 at PERFORM
                Nothing of revision 0001 was applied. Mend the cause and run the same command again.""");
        assertThat(failure.statement().map(PlannedStatement::statement))
                .hasToString("Optional[insert into public.t\nvalues (7)]");
        assertThat(failure.sqlState()).isEqualTo("22012");
        assertThat(failure.position()).isZero();
        try (Connection connection = DATABASE.connect()) {
            assertThat(ask(connection, "select count(*) from public.t")).isEqualTo("0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_error_in_a_deferred_trigger_is_laid_to_no_statement() {
        MigrationFailedException failure = failure(FailInADeferredTrigger.class);

        assertThat(failure.statement()).isEmpty();
        assertThat(failure)
                .hasMessageContaining("failed when it was committed:\n  ERROR 42703: column \"nope\" does not exist")
                .hasMessageContaining("PL/pgSQL function public.check_t_late() line 5 at PERFORM");
    }

    @Test
    void the_mark_stands_under_the_place_whatever_characters_come_before() {
        MigrationFailedException failure = failure(FailAfterManyCharacters.class);

        assertThat(failure).hasMessageContaining("\n     'ü' as \"ü\" form public.t\n                ^\n");
        assertThat(failure.sqlState()).isEqualTo("42601");
    }

    @Test
    void somebody_who_forgot_a_schema_is_told_of_the_empty_search_path() {
        assertThat(failure(NameWithoutSchema.class))
                .hasMessageContaining("ERROR 42P01: relation \"t\" does not exist")
                .hasMessageContaining("Names need their schema: migrations run with an empty search_path.");
    }

    @Test
    void somebody_whose_role_is_missing_is_told_how_a_revision_makes_it() {
        assertThat(failure(GrantToNobody.class))
                .hasMessageContaining("ERROR 42704: role \"nobody_at_all\" does not exist\n"
                        + "  A revision makes a role that may be missing: changes.createRole(\"nobody_at_all\").\n")
                .hasMessageNotContaining("search_path");
    }

    @Test
    void a_password_in_a_statement_is_not_shown() {
        MigrationFailedException failure = failure(SetPassword.class);

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("42704").doesNotContain("hunter2");
    }

    @Test
    void a_password_in_a_statement_is_not_stored() throws SQLException {
        migrator(KeepPassword.class).build().upgrade();

        try (Connection connection = DATABASE.connect()) {
            assertThat(ask(connection, "select canonical from varve.revision"))
                    .contains("create role x")
                    .doesNotContain("hunter2");
        }
        assertThat(migrator(KeepPassword.class).build().upgrade().isEmpty()).isTrue();
    }

    @Test
    void a_session_that_is_ended_in_a_transaction_leaves_it_open_whether_that_was_done() throws SQLException {
        try (Connection other = DATABASE.connect()) {
            Migrator migrator = migrator(FailInATrigger.class)
                    .listener(new MigrationListener() {
                        @Override
                        public void stepStarted(Step step) {
                            ask(
                                    other,
                                    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name like 'varve %'"
                                            + " and datname = current_database()");
                        }
                    })
                    .build();

            assertThat(catchThrowableOfType(MigrationFailedException.class, migrator::upgrade))
                    .hasMessageContaining("FATAL 57P01")
                    .hasMessageEndingWith(
                            "The connection was lost; the transaction was done as a whole or not at all. Run the same command"
                                    + " again: it finds out what was done, and goes on from there.");
        }
    }
}

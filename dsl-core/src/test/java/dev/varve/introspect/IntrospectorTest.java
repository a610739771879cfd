package dev.varve.introspect;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.ColumnProperty;
import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntrospectorTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    private static Introspection read() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            return Introspector.create().read(connection);
        }
    }

    @Test
    void an_empty_database_is_empty() throws SQLException {
        assertThat(read().database().size()).isZero();
        assertThat(read().unreadable()).isEmpty();
    }

    @Test
    void what_cannot_be_expressed_is_reported() throws SQLException {
        DATABASE.get()
                .execute(
                        "create domain positive as integer check (value > 0)",
                        "create type pair as (a integer, b integer)",
                        "create table parted (a integer primary key) partition by list (a)",
                        "create table notes (a integer constraint fk_parted references parted)",
                        "comment on constraint fk_parted on notes is 'c'",
                        "create table parted_1 partition of parted for values in (1)",
                        "create function handler() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler'",
                        "create table slots (a integer, period tstzrange, exclude using gist (period with &&), c text collate \"C\")",
                        "create unlogged table fast (a integer)",
                        "create table child () inherits (fast)",
                        "create table pending (a integer)",
                        "alter table pending add constraint later check (a > 0) not valid",
                        "create index ordered on pending (a) with (fillfactor = 50)",
                        "create unique index together on pending (a) nulls not distinct",
                        "alter table pending add constraint uq_together unique nulls not distinct (a)",
                        "create view checked with (security_barrier) as select a from pending",
                        "create materialized view unfilled as select a from pending with no data",
                        "create rule nothing as on delete to pending do instead nothing",
                        "create policy mine on pending using (a > 0)",
                        "comment on constraint later on pending is 'c'",
                        "alter function handler() depends on extension plpgsql",
                        "create type unfinished",
                        "create type spans",
                        "create function canonical(spans) returns spans language internal immutable strict as 'int4range_canonical'",
                        "create type spans as range (subtype = integer, canonical = canonical)",
                        "create text search template simple_again (init = dsimple_init, lexize = dsimple_lexize)",
                        "create sequence owned owned by pending.a",
                        "create view endless as select a from pending",
                        "create or replace view endless as select a from endless",
                        "create view chicken as select a from pending",
                        "create view egg as select a from chicken",
                        "create or replace view chicken as select a from egg",
                        "create table computed (a integer, b integer generated always as (a * 2) stored) partition by list (a)",
                        "create table computed_1 partition of computed for values in (1)",
                        "create function touch() returns trigger language plpgsql as 'begin return new; end'",
                        "create trigger touched before insert on computed for each row execute function touch()",
                        "alter table computed_1 disable trigger touched",
                        "create schema elsewhere",
                        "create type moved as range (subtype = integer)",
                        "alter type moved set schema elsewhere");

        assertThat(read().unreadable())
                .containsExactlyInAnyOrder(
                        "schema of the multirange of range type elsewhere.moved, which is another one",
                        "dependence of function public.handler() on extension plpgsql",
                        "canonical function of range type public.spans",
                        "state of trigger touched of partition public.computed_1, which is not the one of its table",
                        "view public.chicken, which selects from itself through other views: let one of them select from tables instead",
                        "view public.egg, which selects from itself through other views: let one of them select from tables instead");
    }

    /** PostgreSQL 15.20 notes the age of a column among its options. */
    @Test
    void options_of_columns_that_nobody_set_are_not_read() throws SQLException {
        DATABASE.get()
                .execute(
                        "create table t (a text)",
                        "update pg_attribute set attoptions = '{pg_attver=2,n_distinct=5}' where attrelid = 't'::regclass and attnum = 1");

        Table table = read().database().get(Table.id(QualifiedName.of("public", "t")));

        assertThat(table.column("a").properties()).isEqualTo(Map.of(ColumnProperty.N_DISTINCT, "5"));
    }

    @Test
    void what_not_null_constraints_of_postgresql_cannot_say_is_reported() throws SQLException {
        try (TestDatabase database = TestServers.embedded().create();
                Connection connection = database.connect()) {
            Assumptions.assumeTrue(TestServers.embedded().major() >= 18, "not-null constraints have names from 18 on");
            database.execute(
                    "create table notes (a integer not null, b integer not null no inherit, c integer not null)",
                    "alter table notes add column d integer, add not null d not valid",
                    "comment on constraint notes_c_not_null on notes is 'c'");

            assertThat(Introspector.create().read(connection).unreadable())
                    .containsExactly(
                            "not-null constraint notes_b_not_null of table public.notes, which has no name of its own",
                            "not-null constraint notes_d_not_null of table public.notes, which has no name of its own",
                            "comment on constraint notes_c_not_null on table public.notes");
        }
    }

    /** PostgreSQL 18 gives a partition such an expression only where it would forget the checks over the column, or refuses it. */
    @Test
    void a_partition_that_computes_a_column_otherwise_is_reported() throws SQLException {
        try (TestDatabase database = TestServers.embedded().create();
                Connection connection = database.connect()) {
            Assumptions.assumeTrue(TestServers.embedded().major() >= 16, "expressions of partitions differ from 16 on");
            database.execute(
                    "create table p (a integer, b integer generated always as (a * 2) stored) partition by list (a)",
                    "create table p1 (a integer, b integer generated always as (a * 3) stored)",
                    "alter table p attach partition p1 for values in (1)",
                    "create table p2 partition of p for values in (2)");

            assertThat(Introspector.create().read(connection).unreadable())
                    .containsExactly("value of column b of partition public.p1, which its table does not have");
        }
    }

    @Test
    void ignored_schemas_are_not_read() throws SQLException {
        DATABASE.get()
                .execute(
                        "create schema hidden",
                        "create table hidden.t (a integer)",
                        "create table public.t (a integer)");
        try (Connection connection = DATABASE.connect()) {
            assertThat(Introspector.create()
                            .ignoring("hidden")
                            .read(connection)
                            .database()
                            .objects()
                            .map(o -> o.id().toString()))
                    .containsExactly("table public.t");
        }
    }

    @Test
    void nothing_is_left_of_the_normal_form() throws SQLException {
        Database declared = Database.empty()
                .plus(SCHEMA)
                .plus(SIDE)
                .plus(INSTRUMENTS)
                .plus(ORDERS)
                .plus(view("v", "select 1 as x"));
        try (Connection connection = DATABASE.connect()) {
            Introspector.create().normalized(connection, declared);
            assertThat(Introspector.create().read(connection).database().size()).isZero();
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }
}

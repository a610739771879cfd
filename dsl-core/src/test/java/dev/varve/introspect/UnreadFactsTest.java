package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Comment;
import dev.varve.model.Partition;
import dev.varve.model.Publication;
import dev.varve.model.PublishedTable;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments and privileges on what is no object of the state are reported by name, and on everything else they are read. */
class UnreadFactsTest {

    static Stream<TestServer> servers() {
        return TestServers.all().stream();
    }

    private static Introspection read(TestServer server, List<String> statements) throws SQLException {
        try (TestDatabase database = server.create();
                Connection connection = database.connect()) {
            database.execute(statements.toArray(String[]::new));
            return Introspector.create().ignoring("hidden").read(connection);
        }
    }

    private static final List<String> ODD_COMMENTS = List.of(
            "create function touch() returns trigger language plpgsql as 'begin return new; end'",
            "create table parted (a integer primary key, b integer check (b > 0)) partition by list (a)",
            "create table parted_1 partition of parted for values in (1)",
            "create index by_b on parted (b)",
            "create trigger touched before insert on parted for each row execute function touch()",
            "comment on index parted_1_pkey is 'c'",
            "comment on index parted_1_b_idx is 'c'",
            "comment on constraint parted_1_pkey on parted_1 is 'c'",
            "comment on constraint parted_b_check on parted_1 is 'c'",
            "comment on trigger touched on parted_1 is 'c'",
            "comment on column parted.ctid is 'c'",
            "create view seen as select 1 as x",
            "comment on rule \"_RETURN\" on seen is 'c'",
            "create table numbered (id integer generated always as identity, s serial)",
            "create constraint trigger late after insert on numbered for each row execute function touch()",
            "comment on constraint late on numbered is 'c'",
            "create extension hstore",
            "comment on extension hstore is 'c'",
            "create extension citext",
            "create schema hidden",
            "create table hidden.t (a integer primary key)",
            "comment on schema hidden is 'c'",
            "comment on index hidden.t_pkey is 'c'",
            "comment on column hidden.t.ctid is 'c'",
            "insert into pg_description values (4000000000, 'pg_class'::regclass, 0, 'on what is gone')");

    @ParameterizedTest
    @MethodSource("servers")
    void single_partitions_that_are_published_are_read(TestServer server) throws SQLException {
        Introspection read = read(
                server,
                List.of(
                        "create table parted (a integer) partition by list (a)",
                        "create table parted_1 partition of parted for values in (1)",
                        "create table other (a integer)",
                        "create publication changes for table parted_1 (a) where (a > 0), other"));

        assertThat(read.unreadable()).isEmpty();
        assertThat(read.database().get(Publication.id("changes")).tables())
                .containsExactly(
                        new PublishedTable(Table.id(QualifiedName.of("public", "other")), Set.of(), Optional.empty()),
                        new PublishedTable(
                                Partition.id(QualifiedName.of("public", "parted_1")),
                                Set.of("a"),
                                Optional.of(Expression.printed("(a > 0)"))));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void partitions_that_have_more_of_a_constraint_than_their_table_are_reported(TestServer server)
            throws SQLException {
        Introspection read = read(
                server,
                List.of(
                        "create table parted (a integer not null, b integer) partition by list (a)",
                        "create table parted_1 (a integer not null, b integer, constraint parted_1_main primary key (a))",
                        "alter table parted attach partition parted_1 for values in (1)",
                        "alter table only parted add constraint one unique (a)",
                        "alter index one attach partition parted_1_main",
                        "alter table parted add constraint known check (b > 0) not valid",
                        "create table parted_2 partition of parted for values in (2)"));

        assertThat(read.unreadable())
                .containsExactlyInAnyOrder(
                        "primary key of index public.parted_1_main, the part of index public.one in partition public.parted_1",
                        "validity of constraint known of partition public.parted_2, which that of its table lacks");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_a_role_takes_from_itself_by_default_is_reported(TestServer server) throws SQLException {
        Introspection read = read(
                server,
                List.of(
                        "create role varve_thrifty",
                        "create schema shop",
                        "alter default privileges for role varve_thrifty revoke delete on tables from varve_thrifty",
                        "alter default privileges for role varve_thrifty grant select on sequences to public",
                        "alter default privileges for role varve_thrifty in schema shop grant select on tables to varve_thrifty"));

        assertThat(read.unreadable())
                .containsExactlyInAnyOrder(
                        "default privileges of role varve_thrifty on its own tables",
                        "default privileges of role varve_thrifty on its own tables in schema shop");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void comments_on_what_is_no_object_are_reported(TestServer server) throws SQLException {
        Introspection read = read(server, ODD_COMMENTS);

        assertThat(read.unreadable())
                .containsExactlyInAnyOrder(
                        "comment on index public.parted_1_pkey",
                        "comment on index public.parted_1_b_idx",
                        "comment on constraint parted_1_pkey on table public.parted_1",
                        "comment on constraint parted_b_check on table public.parted_1",
                        "comment on trigger touched on table public.parted_1",
                        "comment on column ctid of table public.parted",
                        "comment on rule _RETURN on view public.seen",
                        "comment on constraint late on table public.numbered",
                        "comment on extension hstore");
        assertThat(read.database().objects(Comment.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void privileges_on_what_is_no_object_are_reported(TestServer server) throws SQLException {
        Introspection read = read(
                server,
                List.of(
                        "create table notes (a integer primary key)",
                        "grant select (ctid) on notes to pg_monitor",
                        "grant select on pg_catalog.pg_authid to pg_monitor",
                        "grant select (rolname) on pg_catalog.pg_authid to pg_monitor",
                        "grant create on schema pg_catalog to pg_monitor",
                        "revoke execute on function pg_catalog.pg_sleep(double precision) from public",
                        "drop extension plpgsql",
                        "create extension plpgsql",
                        "revoke execute on function plpgsql_call_handler() from public",
                        "create schema hidden",
                        "create table hidden.t (a integer)",
                        "grant select on hidden.t to pg_monitor",
                        "grant usage on schema hidden to pg_monitor"));

        assertThat(read.unreadable())
                .containsExactlyInAnyOrder(
                        "privileges on column ctid of table public.notes",
                        "privileges on table pg_authid",
                        "privileges on column rolname of table pg_authid",
                        "privileges on schema pg_catalog",
                        "privileges on function pg_sleep(double precision)",
                        "privileges on function plpgsql_call_handler()");
    }

    @Test
    void names_of_not_null_constraints_of_domains_are_reported() throws SQLException {
        Assumptions.assumeTrue(TestServers.embedded().major() >= 17, "these constraints are objects from 17 on");
        Introspection read = read(
                TestServers.embedded(),
                List.of(
                        "create domain usual as integer not null",
                        "create domain named as integer constraint known not null",
                        "comment on constraint known on domain named is 'c'"));

        assertThat(read.unreadable())
                .containsExactly(
                        "not-null constraint known of domain public.named, which has no name here",
                        "comment on domain constraint known on public.named");
    }

    private static final List<String> COMMENTED = List.of(
            "create schema shop",
            "comment on schema shop is 'c'",
            "create type shop.pair as (a integer, b integer)",
            "comment on type shop.pair is 'c'",
            "comment on column shop.pair.a is 'c'",
            "create type shop.side as enum ('a')",
            "comment on type shop.side is 'c'",
            "create domain shop.amount as integer constraint positive check (value > 0)",
            "comment on domain shop.amount is 'c'",
            "comment on constraint positive on domain shop.amount is 'c'",
            "create type shop.span as range (subtype = integer)",
            "comment on type shop.span is 'c'",
            "create sequence shop.tickets",
            "comment on sequence shop.tickets is 'c'",
            "create table shop.numbered (id integer generated always as identity, s serial)",
            "comment on sequence shop.numbered_id_seq is 'c'",
            "comment on sequence shop.numbered_s_seq is 'c'",
            "create table shop.t (a integer constraint pk primary key, b text, constraint ex exclude (b with =))",
            "comment on table shop.t is 'c'",
            "comment on column shop.t.a is 'c'",
            "comment on constraint pk on shop.t is 'c'",
            "comment on index shop.pk is 'c'",
            "comment on index shop.ex is 'c'",
            "create index by_b on shop.t (b)",
            "comment on index shop.by_b is 'c'",
            "create statistics shop.both on a, b from shop.t",
            "comment on statistics shop.both is 'c'",
            "create policy few on shop.t using (a > 0)",
            "comment on policy few on shop.t is 'c'",
            "create rule nothing as on delete to shop.t do instead nothing",
            "comment on rule nothing on shop.t is 'c'",
            "create function shop.touch() returns trigger language plpgsql as 'begin return new; end'",
            "comment on function shop.touch() is 'c'",
            "create trigger touched before insert on shop.t for each row execute function shop.touch()",
            "comment on trigger touched on shop.t is 'c'",
            "create view shop.v as select a from shop.t",
            "comment on view shop.v is 'c'",
            "comment on column shop.v.a is 'c'",
            "create materialized view shop.m as select a from shop.t",
            "comment on materialized view shop.m is 'c'",
            "comment on column shop.m.a is 'c'",
            "create foreign data wrapper far",
            "comment on foreign data wrapper far is 'c'",
            "create server there foreign data wrapper far",
            "comment on server there is 'c'",
            "create foreign table shop.f (a integer) server there",
            "comment on foreign table shop.f is 'c'",
            "comment on column shop.f.a is 'c'",
            "create procedure shop.run() language sql as 'select 1'",
            "comment on procedure shop.run() is 'c'",
            "create function shop.plus(shop.pair, shop.pair) returns shop.pair language sql immutable as 'select $1'",
            "create function shop.less(shop.pair, shop.pair) returns boolean language sql immutable as 'select true'",
            "create function shop.number(shop.pair) returns integer language sql immutable as 'select 1'",
            "create aggregate shop.total(shop.pair) (sfunc = shop.plus, stype = shop.pair)",
            "comment on aggregate shop.total(shop.pair) is 'c'",
            "create operator shop.<<< (leftarg = shop.pair, rightarg = shop.pair, function = shop.less)",
            "comment on operator shop.<<< (shop.pair, shop.pair) is 'c'",
            "create operator family shop.fam using btree",
            "comment on operator family shop.fam using btree is 'c'",
            "create cast (shop.pair as integer) with function shop.number(shop.pair)",
            "comment on cast (shop.pair as integer) is 'c'",
            "create collation shop.c from \"C\"",
            "comment on collation shop.c is 'c'",
            "create text search dictionary shop.d (template = simple)",
            "comment on text search dictionary shop.d is 'c'",
            "create text search configuration shop.cfg (copy = simple)",
            "comment on text search configuration shop.cfg is 'c'",
            "create publication p for table shop.t",
            "comment on publication p is 'c'",
            "create function shop.guard() returns event_trigger language plpgsql as 'begin end'",
            "create event trigger guarded on ddl_command_start execute function shop.guard()",
            "comment on event trigger guarded is 'c'",
            "create table shop.parted (a integer, b integer) partition by list (a)",
            "create table shop.parted_1 partition of shop.parted for values in (1)",
            "comment on table shop.parted_1 is 'c'",
            "comment on column shop.parted_1.b is 'c'",
            "alter table shop.parted_1 add constraint own unique (b)",
            "comment on constraint own on shop.parted_1 is 'c'",
            "comment on index shop.own is 'c'");

    /** All that are said are read: an object each, but for the one on the check of the domain, which is part of that. */
    @ParameterizedTest
    @MethodSource("servers")
    void comments_on_one_of_everything_are_read(TestServer server) throws SQLException {
        long said = COMMENTED.stream().filter(sql -> sql.startsWith("comment")).count();

        Introspection read = read(server, COMMENTED);

        assertThat(read.unreadable()).isEmpty();
        assertThat(read.database().objects().filter(object -> object.id().kind().endsWith("comment")))
                .hasSize((int) said - 1);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_leans_on_the_part_of_an_index_is_reported(TestServer server) throws SQLException {
        Introspection read = read(
                server,
                List.of(
                        "create table parted (a integer primary key) partition by list (a)",
                        "create table parted_1 partition of parted for values in (1)",
                        "alter table parted_1 replica identity using index parted_1_pkey",
                        "alter table parted_1 cluster on parted_1_pkey"));

        assertThat(read.unreadable())
                .containsExactlyInAnyOrder(
                        "clustering of partition public.parted_1 by parted_1_pkey, its part of an index of its table",
                        "replica identity of partition public.parted_1 by parted_1_pkey, its part of an index of its table");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void foreign_keys_that_nobody_holds_to_are_reported(TestServer server) throws SQLException {
        Introspection read = read(
                server,
                List.of(
                        "create table parents (id integer primary key)",
                        "create table children (id integer constraint fk_parent references parents)",
                        "alter table children disable trigger all"));

        assertThat(read.unreadable())
                .containsExactly(
                        "state of the triggers of constraint fk_parent on table public.children, which is not the usual one");
    }

    /** PostgreSQL drops neither of an index and its part that a key is, and holds nobody to a key of which partitions have no part. */
    @ParameterizedTest
    @MethodSource("servers")
    void keys_that_partitions_have_in_part_are_reported(TestServer server) throws SQLException {
        Introspection read = read(
                server,
                List.of(
                        "create table parted (a integer not null, b integer not null) partition by list (a)",
                        "create table parted_1 partition of parted (primary key (a)) for values in (1)",
                        "create unique index whole on parted (a)",
                        "alter table only parted add constraint pairs unique (a, b)",
                        "create table plain (a integer primary key, b integer unique)"));

        assertThat(read.unreadable())
                .containsExactlyInAnyOrder(
                        "constraint parted_1_pkey of partition public.parted_1, whose index is a part of index public.whole, too",
                        "invalid index of constraint pairs of table public.parted");
        assertThat(read.database()
                        .get(Table.id(QualifiedName.of("public", "parted")))
                        .constraints())
                .isEmpty();
        assertThat(read.database()
                        .get(Table.id(QualifiedName.of("public", "plain")))
                        .constraints())
                .hasSize(2);
    }
}

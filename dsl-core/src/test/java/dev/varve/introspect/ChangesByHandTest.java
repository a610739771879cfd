package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.sql.Statement;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody changes by hand in one of two equal databases is done to the other one, and is taken back where it was done. */
class ChangesByHandTest {

    @RegisterExtension
    static final FreshDatabase CHANGED = FreshDatabase.on(TestServers::postgres);

    @RegisterExtension
    static final FreshDatabase OTHER = FreshDatabase.on(TestServers::postgres);

    private static Database read(FreshDatabase database) {
        try (Connection connection = database.connect()) {
            return Introspector.create().read(connection).database();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lead(FreshDatabase database, Database to) {
        Database state = read(database);
        Difference difference = Difference.between(state, to);
        assertThat(difference.obstacles()).isEmpty();
        for (Operation operation : difference.operations()) {
            for (Statement statement : operation.statements(state)) {
                database.get().execute(statement.sql().text());
            }
            state = operation.after(state);
        }
        assertThat(Difference.between(read(database), to).isEmpty()).isTrue();
    }

    /** The one is led where the other was changed to, and that back to where the one was. */
    private static void isFollowedAndTakenBack(List<String> schema, String... byHand) {
        CHANGED.get().execute(schema.toArray(String[]::new));
        OTHER.get().execute(schema.toArray(String[]::new));
        Database before = read(CHANGED);
        CHANGED.get().execute(byHand);
        lead(OTHER, read(CHANGED));
        lead(CHANGED, before);
    }

    private static final List<String> TRADES = List.of(
            "create table trades (id bigint primary key, price numeric) partition by range (id)",
            "create index on trades (price)",
            "create table trades_now partition of trades for values from (0) to (1000)");

    @Test
    void a_partition_is_put_away_and_another_one_takes_its_name() {
        isFollowedAndTakenBack(
                TRADES,
                "alter table trades detach partition trades_now",
                "alter table trades_now rename to trades_old",
                "create table trades_now partition of trades for values from (0) to (1000)");
    }

    @Test
    void one_partition_is_referenced_and_goes_its_own_way() {
        isFollowedAndTakenBack(
                TRADES,
                "create table audits (trade bigint references trades_now (id), checked bigint references trades (id))",
                "alter table trades_now add foreign key (id) references trades_now (id)");
        isFollowedAndTakenBack(
                List.of(
                        "create table deals (id bigint primary key) partition by range (id)",
                        "create table deals_now partition of deals for values from (0) to (1000)",
                        "create table fees (deal bigint references deals_now (id))"),
                "alter table deals detach partition deals_now",
                "create table deals_new partition of deals for values from (0) to (1000)",
                "alter table fees drop constraint fees_deal_fkey, add foreign key (deal) references deals_new (id)");
    }

    @Test
    void a_partition_that_was_detached_and_changed_is_attached_again() {
        isFollowedAndTakenBack(
                TRADES,
                "alter table trades detach partition trades_now",
                "alter table trades_now add column note text, alter column price set not null",
                "create index on trades_now (note)");
    }

    @Test
    void the_names_of_two_columns_are_swapped_of_which_one_counts() {
        isFollowedAndTakenBack(
                List.of(
                        "create table t (a serial, b integer, c integer generated always as identity, d bigint not null)"),
                "alter table t rename a to x",
                "alter table t rename b to a",
                "alter table t rename x to b",
                "alter table t rename c to x",
                "alter table t rename d to c",
                "alter table t rename x to d");
    }

    @Test
    void the_sequence_of_a_table_that_is_called_otherwise_is_commented() {
        isFollowedAndTakenBack(
                List.of("create table old (id serial, n integer)", "alter table old rename to called"),
                "comment on sequence old_id_seq is 'counts'",
                "alter table called rename id to key",
                "alter table called rename to again");
    }

    @Test
    void a_copy_takes_the_place_of_a_table_that_counts() {
        isFollowedAndTakenBack(
                List.of("create table t (id serial primary key, n integer)", "create view v as select id from t"),
                "create table copy (like t including all)",
                "alter table t rename to old",
                "alter table copy rename to t",
                "create or replace view v as select id from t",
                "alter table t add column more text");
    }

    @Test
    void several_copies_count_with_the_sequence_of_one_table() {
        isFollowedAndTakenBack(
                List.of("create table t (id serial primary key, n integer)"),
                "create schema archive",
                "create table archive.t (like t including all)",
                "create table parted (like t including all) partition by list (id)",
                "create table copy (like t including all)",
                "alter table t rename to old",
                "alter table copy rename to t",
                "create table copy (like t including all)",
                "alter table t rename to older",
                "alter table copy rename to t");
    }

    @Test
    void a_sequence_goes_over_to_another_table() {
        isFollowedAndTakenBack(
                List.of("create table t (id serial primary key, n integer)"),
                "create table u (like t including all)",
                "alter sequence t_id_seq owned by u.id",
                "drop table t");
    }

    @Test
    void a_sequence_belongs_to_a_column_of_a_partition() {
        isFollowedAndTakenBack(
                TRADES,
                "create table trades_next (id bigserial not null, price numeric, primary key (id))",
                "alter table trades attach partition trades_next for values from (1000) to (2000)",
                "create sequence other owned by trades_now.price");
    }

    @Test
    void an_extension_goes_after_the_last_table_that_uses_it() {
        isFollowedAndTakenBack(
                List.of(
                        "create extension hstore",
                        "create extension citext",
                        "create table t (id integer primary key, facts hstore default 'a=>b')",
                        "create table u (id integer references t, facts hstore default 'a=>b')"),
                "drop table t cascade",
                "create view t as select 1 as id",
                "drop extension hstore cascade");
    }

    @Test
    void an_extension_is_moved_under_those_who_use_it() {
        isFollowedAndTakenBack(
                List.of(
                        "create extension hstore",
                        "create extension citext",
                        "create table t (id integer, facts hstore default 'a=>b', name citext, check (facts ? 'a'))",
                        "create index on t using gin (facts)",
                        "create view v as select facts -> 'a' as a, name from t"),
                "create schema tools",
                "alter extension hstore set schema tools");
    }

    @Test
    void a_table_becomes_a_partition_of_a_new_one_and_keeps_its_rows() {
        List<String> schema = List.of("create table trades (id bigserial primary key, price numeric)");
        isFollowedAndTakenBack(
                Stream.concat(schema.stream(), Stream.of("insert into trades values (1, 2)"))
                        .toList(),
                "create table all_trades (like trades including all) partition by range (id)",
                "alter table all_trades attach partition trades for values from (minvalue) to (maxvalue)");
        assertThat(CHANGED.get().ask("select price::text from trades")).isEqualTo("2");
        assertThat(OTHER.get().ask("select price::text from all_trades")).isEqualTo("2");
    }

    @Test
    void a_table_with_another_order_of_columns_becomes_a_partition() {
        isFollowedAndTakenBack(
                TRADES,
                "create table trades_next (price numeric, id bigint not null)",
                "alter table trades attach partition trades_next for values from (1000) to (2000)",
                "alter table trades detach partition trades_now");
    }

    @Test
    void a_table_becomes_a_partition_under_those_who_use_it() {
        isFollowedAndTakenBack(
                Stream.concat(
                                TRADES.stream(),
                                Stream.of(
                                        "create table trades_next (id bigint not null, price numeric)",
                                        "create view latest as select id from trades_next",
                                        "create view now as select id from trades_now",
                                        "create function next() returns setof trades_next language sql begin atomic"
                                                + " select * from trades_next; end",
                                        "grant select on latest to public",
                                        "comment on view now is 'c'"))
                        .toList(),
                "alter table trades attach partition trades_next for values from (1000) to (2000)",
                "alter table trades detach partition trades_now");
    }

    @Test
    void a_table_that_counts_becomes_a_partition() {
        isFollowedAndTakenBack(
                Stream.concat(
                                TRADES.stream(),
                                Stream.of(
                                        "create table trades_next (id bigserial, price numeric, primary key (id))",
                                        "create index on trades_next (price)"))
                        .toList(),
                "alter table trades attach partition trades_next for values from (1000) to (2000)");
    }

    /** PostgreSQL does not let a table have something from its parents alone again: what can be taken back is, and the rest is said. */
    @Test
    void a_table_that_inherits_no_more_keeps_its_columns() {
        List<String> schema = List.of(
                "create table places (id serial, name text not null default '')",
                "create table ports (depth integer) inherits (places)");
        CHANGED.get().execute(schema.toArray(String[]::new));
        OTHER.get().execute(schema.toArray(String[]::new));
        Database before = read(CHANGED);
        CHANGED.get().execute("alter table ports no inherit places");

        lead(OTHER, read(CHANGED));
        Difference back = Difference.between(read(CHANGED), before);

        assertThat(back.operations())
                .extracting(Operation::description)
                .containsExactly("let public.ports inherit from public.places");
        assertThat(back.obstacles())
                .singleElement()
                .asString()
                .startsWith(
                        "It is not possible to set the inheritance of table public.ports: The table public.ports has [id, name]"
                                + " by itself, too, and is to have it from [table public.places] alone");
    }
}

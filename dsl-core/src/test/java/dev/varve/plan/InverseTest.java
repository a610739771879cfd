package dev.varve.plan;

import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Types.date;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.Postgres;
import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Extension;
import dev.varve.model.Grantable;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.model.View;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.ExecuteSql;
import dev.varve.operation.Operation;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetDefaultPrivileges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InverseTest {

    private static final Table PRICES = table("prices", column("symbol", "text"));
    private static final Index BY_SYMBOL = index("by_symbol", PRICES, IndexKey.column("symbol"));

    @Test
    void what_touches_something_that_nobody_knows_is_taken_back() {
        ExecuteSql raw = new ExecuteSql(
                "create a collation",
                List.of("create collation german (locale = 'C')"),
                new ExecuteSql.StatedReversal.ReversedBy(List.of("drop collation german")));
        SetDefaultPrivileges defaults = new SetDefaultPrivileges(new DefaultPrivileges(
                Optional.empty(), Optional.empty(), Grantable.TABLE, "clerks", new TreeMap<>(Map.of("SELECT", false))));
        Inverse inverse = Inverse.of(
                List.of(raw, defaults, new CreateObject(PRICES)),
                Database.empty().plus(SCHEMA));

        assertThat(inverse.operations())
                .extracting(Operation::description)
                .containsExactly(
                        "drop table trading.prices",
                        "set default privileges default privileges on table to clerks",
                        "take back: create a collation");
    }

    @Test
    void what_is_taken_back_twice_in_the_same_way_may_be_needed_once() {
        View view = view("all_prices", "select symbol from trading.prices");
        Database before = Database.empty().plus(SCHEMA).plus(PRICES).plus(view);
        SetComment comment = new SetComment(view.id(), "symbol", Optional.of("what is traded"));
        Inverse inverse =
                Inverse.of(List.of(comment, new DropObject(view.id()), new CreateObject(view), comment), before);

        assertThat(inverse.operations())
                .extracting(Operation::description)
                .containsExactly(
                        "drop view trading.all_prices",
                        "create view trading.all_prices",
                        "create comment trading.all_prices (view, column symbol)",
                        "remove the comment on column symbol of trading.all_prices");
    }

    @Test
    void what_was_made_and_dropped_again_leaves_nothing_to_take_back() {
        List<Operation> done = List.of(new CreateObject(BY_SYMBOL), new DropObject(BY_SYMBOL.id()));
        Inverse inverse = Inverse.of(done, Database.empty().plus(SCHEMA).plus(PRICES));

        assertThat(inverse.obstacles()).isEmpty();
        assertThat(inverse.operations()).isEmpty();
    }

    @Test
    void what_comes_back_may_belong_to_something_else_than_what_had_its_name() {
        Table old = table("old_prices", column("symbol", "text"));
        Database before = Database.empty().plus(SCHEMA).plus(PRICES).plus(BY_SYMBOL);
        Inverse inverse = Inverse.of(
                List.of(
                        new CreateObject(old),
                        new DropObject(BY_SYMBOL.id()),
                        new CreateObject(BY_SYMBOL.on(old.id()))),
                before);

        assertThat(inverse.operations())
                .extracting(Operation::description)
                .containsExactly(
                        "drop index trading.by_symbol",
                        "create index trading.by_symbol",
                        "drop table trading.old_prices");
    }

    /** What an extension brings nobody knows before it is there, so that an index may use it, whatever it says. */
    @Test
    void what_may_use_an_extension_goes_before_it() {
        Extension extension = new Extension("pg_trgm", Optional.empty(), Optional.empty());
        Inverse inverse = Inverse.of(
                List.of(new CreateObject(PRICES), new CreateObject(extension), new CreateObject(BY_SYMBOL)),
                Database.empty().plus(SCHEMA));

        assertThat(inverse.operations())
                .extracting(Operation::description)
                .containsExactly("drop index trading.by_symbol", "drop extension pg_trgm", "drop table trading.prices");
    }

    /** Both would have the same rows, which only a server knows. */
    @Test
    void a_partition_makes_room_for_the_one_before() {
        PlainTable trades = Postgres.table("trades");
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(trades.column("day", date()).partitionBy(range("day")));
        changes.create(partition("early").of(trades).from("2024-01-01").to("2025-01-01"));
        changes.alter(trades).detachPartition(partition("early"));
        changes.create(Postgres.table("first").column("day", date()));
        changes.alter(trades)
                .attachPartition(partition("first").from("2024-01-01").to("2025-01-01"));

        assertThat(Inverse.of(changes.operations(), Database.empty()).operations())
                .extracting(Operation::description)
                .containsExactly(
                        "detach partition public.first",
                        "drop table public.first",
                        "attach table public.early to table public.trades",
                        "drop partition public.early",
                        "drop table public.trades");
    }

    /** It would go with the table otherwise, and its position with it. */
    @Test
    void a_sequence_leaves_a_table_before_that_goes() {
        Sequence numbers = sequence("numbers");
        Sequence owned = numbers.ownedBy(Optional.of(new Sequence.Owner(PRICES.id(), "symbol")));
        Inverse inverse = Inverse.of(
                List.of(new CreateObject(PRICES), AlterObject.to(owned)),
                Database.empty().plus(SCHEMA).plus(numbers));

        assertThat(inverse.operations())
                .extracting(Operation::description)
                .containsExactly("alter sequence trading.numbers", "drop table trading.prices");
    }
}

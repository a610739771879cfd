package dev.varve.diff;

import static dev.varve.diff.SmallSchemas.column;
import static dev.varve.diff.SmallSchemas.holding;
import static dev.varve.diff.SmallSchemas.index;
import static dev.varve.diff.SmallSchemas.name;
import static dev.varve.diff.SmallSchemas.referencing;
import static dev.varve.diff.SmallSchemas.table;
import static dev.varve.diff.SmallSchemas.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.CompositeType;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.Index;
import dev.varve.model.Partitioning;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameAttribute;
import dev.varve.operation.RenameEnumValue;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetSchema;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenamingTest {

    @Test
    void schemas_and_names_may_have_points() {
        Table old = Table.of(QualifiedName.of("a.b", "c.d"), List.of(column("id", "integer")));
        Table now = Table.of(QualifiedName.of("a.b", "e.f"), List.of(column("id", "integer")));
        Table moved = Table.of(QualifiedName.of("g.h", "c.d"), List.of(column("id", "integer")));

        assertThat(new Renamings(holding(old), holding(now)).candidates())
                .singleElement()
                .satisfies(rename -> assertThat(rename.isSaidBy("a.b.c.d=e.f")).isTrue())
                .satisfies(
                        rename -> assertThat(rename.operations()).containsExactly(new RenameObject(old.id(), "e.f")));
        assertThat(new Renamings(holding(old), holding(moved)).candidates())
                .singleElement()
                .satisfies(rename -> assertThat(rename.operations()).containsExactly(new SetSchema(old.id(), "g.h")));
    }

    @Test
    void constraints_and_indexes_that_are_only_called_otherwise_are_renamed() {
        Table accounts = table("accounts", column("id", "integer"));
        Table called = Table.of(accounts.name(), accounts.columns())
                .plus(new PrimaryKeyConstraint("other_key", List.of("id")));
        Table orders = referencing(
                table("orders", column("id", "integer"), column("account", "integer")), "account", "accounts");
        Index index = index("by_account");

        assertThat(words(Difference.between(
                        holding(accounts, orders, index), holding(called, orders, index.named(name("ix_orders"))))))
                .containsExactly(
                        "rename constraint pk_accounts of public.accounts to other_key",
                        "rename index public.by_account to ix_orders");
    }

    @Test
    void what_holds_something_may_be_the_same_under_another_name() {
        Table t = table("t", column("id", "integer"));
        Sequence one = new Sequence(
                name("one"),
                TypeName.of("bigint"),
                SequenceOptions.PLAIN,
                Optional.of(new Sequence.Owner(t.id(), "id")),
                false);

        assertThat(new Renamings(holding(t, one), holding(t, one.named(name("two")))).candidates())
                .extracting(Renaming::answer)
                .containsExactly("public.one=public.two");
    }

    @Test
    void values_of_an_enum_may_be_called_otherwise_where_they_are_between_the_same_others() {
        EnumType old = new EnumType(name("side"), List.of("BUY", "SELL", "HOLD"));
        EnumType now = new EnumType(name("side"), List.of("BID", "SELL", "WAIT", "SHORT"));

        List<Renaming> candidates = new Renamings(holding(old), holding(now)).candidates();

        assertThat(candidates)
                .extracting(Renaming::answer)
                .containsExactly("public.side.BUY=BID", "public.side.HOLD=WAIT", "public.side.HOLD=SHORT");
        assertThat(candidates.get(0).operations()).containsExactly(new RenameEnumValue(old.id(), "BUY", "BID"));
    }

    @Test
    void attributes_of_a_type_may_be_called_otherwise() {
        CompositeType old = composite("zip", "city");
        CompositeType now = composite("postcode", "city");

        assertThat(new Renamings(holding(old), holding(now)).candidates())
                .singleElement()
                .satisfies(rename -> assertThat(rename.isSaidBy("public.address.zip=postcode"))
                        .isTrue())
                .satisfies(rename -> assertThat(rename.operations())
                        .containsExactly(new RenameAttribute(old.id(), "zip", "postcode")));
    }

    private static CompositeType composite(String... attributes) {
        return new CompositeType(
                name("address"),
                Stream.of(attributes)
                        .map(attribute -> new CompositeType.Attribute(attribute, TypeName.of("text"), Optional.empty()))
                        .toList());
    }

    @Test
    void a_view_that_may_say_the_old_name_goes_before_the_rename() {
        View view = new View(name("sizes"), new Query("select o.size from public.orders o"));
        View other = new View(name("sums"), new Query("select sum(s.size) as all from public.sizes s"));
        Database old = holding(table("orders", column("id", "integer"), column("size", "integer")), view, other);

        assertThat(new Renaming(Table.id(name("orders")), "size", "amount").operations(old))
                .extracting(Operation::description)
                .containsExactly(
                        "drop view public.sums",
                        "drop view public.sizes",
                        "rename column size of public.orders to amount");
    }

    @Test
    void a_table_may_be_put_away_for_one_that_is_partitioned() {
        Table orders = table("orders", column("id", "integer"), column("price", "integer"));
        Table away = table("orders_old", column("id", "integer"), column("price", "integer"));
        Table parted = orders.with(new Partitioning(Partitioning.Strategy.HASH, List.of(new Expression("id"))));

        assertThat(new Renamings(holding(orders), holding(away, parted)).candidates())
                .extracting(Renaming::answer)
                .containsExactly("public.orders=public.orders_old");
        assertThat(new Renamings(holding(orders), holding(parted)).possible()).isEmpty();
    }

    @Test
    void what_has_the_name_goes_before_the_rename() {
        View instead = new View(name("orders"), new Query("select t.id from public.tmp t"));
        View user = new View(name("all_orders"), new Query("select o.id from public.orders o"));
        Database now = holding(table("tmp", column("id", "integer")), instead, user);

        assertThat(new Renaming(Table.id(name("orders")), "", "public.tmp")
                        .back()
                        .operations(now))
                .extracting(Operation::description)
                .containsExactly(
                        "drop view public.all_orders", "drop view public.orders", "rename table public.tmp to orders");
    }

    @Test
    void somebody_may_say_that_what_is_unlike_is_the_same() {
        Database old = holding(table("orders", column("id", "integer"), column("size", "integer")));
        Database now = holding(table("orders", column("id", "integer"), column("amount", "bigint")));

        assertThat(new Renamings(old, now).candidates()).isEmpty();
        assertThat(new Renamings(old, now).possible())
                .extracting(Renaming::answer)
                .containsExactly("public.orders.size=amount");
    }
}

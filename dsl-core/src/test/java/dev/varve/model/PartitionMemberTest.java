package dev.varve.model;

import static dev.varve.dsl.Postgres.INSERT;
import static dev.varve.dsl.Postgres.defaultTo;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PartitionMemberTest {

    private static final PlainTable TRADES = table("trades");
    private static final PartitionSpec EARLY = partition("early");

    private static Database after(Consumer<Changes> said) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(TRADES.column("day", date().notNull())
                .column("price", integer())
                .check("price_is_positive", "price > 0")
                .partitionBy(range("day")));
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01"));
        said.accept(changes);
        return Operation.afterAll(changes.operations(), Database.empty());
    }

    private static void isRefused(Consumer<Changes> said, String message) {
        assertThatThrownBy(() -> after(said))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_primary_key_over_a_column_that_may_be_null_is_refused() {
        isRefused(
                changes -> changes.alter(EARLY).addPrimaryKey("price"),
                "names column \"price\", which may be null. Say notNull(\"price\") of the partition first.");
    }

    @Test
    void a_second_primary_key_is_refused() {
        isRefused(
                changes -> {
                    changes.alter(TRADES).addPrimaryKey("day");
                    changes.alter(EARLY).addPrimaryKey("day");
                },
                "is a second primary key");
    }

    @Test
    void a_constraint_that_is_called_as_one_of_the_table_is_refused() {
        isRefused(
                changes -> changes.alter(EARLY).addCheck("price_is_positive", "price > 1"),
                "has the name of one that the partition has of its table");
    }

    @Test
    void a_foreign_key_to_the_table_of_which_it_is_a_part_is_refused() {
        isRefused(
                changes -> {
                    changes.alter(TRADES).addPrimaryKey("day");
                    changes.alter(EARLY).addForeignKey("day", reference(TRADES, "day"));
                },
                "references the table of which the partition is a part");
    }

    @Test
    void a_default_of_the_table_changes_none_that_a_partition_has_of_its_own() {
        isRefused(
                changes -> {
                    changes.alter(EARLY).columnDefault("price", "1");
                    changes.alter(TRADES).alterColumn("price", defaultTo(2));
                },
                "cannot change what partition public.early has of its own");
    }

    @Test
    void a_detached_partition_keeps_keys_and_indexes_under_the_names_of_postgresql() {
        Database after = after(changes -> changes.alter(TRADES)
                .addPrimaryKey("day")
                .addIndex("price")
                .addIndex(on("price").where("price > 1").named("dear"))
                .detachPartition(EARLY));
        Table early = after.get(Table.id(QualifiedName.of("public", "early")));
        assertThat(early.constraints()).containsOnlyKeys("early_pkey", "price_is_positive");
        assertThat(after.objects(Index.class)
                        .filter(index -> index.on().equals(early.id()))
                        .map(index -> index.name().name()))
                .containsExactly("early_price_idx", "early_price_idx1");
    }

    @Test
    void a_table_with_two_indexes_that_could_be_taken_is_not_attached() {
        isRefused(
                changes -> {
                    changes.alter(TRADES).addIndex("price").detachPartition(EARLY);
                    changes.alter(table("early")).addIndex(on("price").named("again"));
                    changes.alter(TRADES)
                            .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
                },
                "are alike, and only the server knows which of them it takes");
    }

    @Test
    void what_a_foreign_key_of_its_own_is_of_keeps_a_type_that_is_compared() {
        isRefused(
                changes -> {
                    changes.create(table("accounts").column("id", integer().primaryKey()));
                    changes.alter(TRADES).addColumn("account", integer());
                    changes.alter(EARLY).addForeignKey("account", reference(table("accounts"), "id"));
                    changes.alter(TRADES).alterColumn("account", type(text()));
                },
                "Column \"account\" of table public.trades is used by partition constraint public.early.fk_early_account."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void what_the_table_gets_is_not_made_of_what_a_partition_has() {
        isRefused(
                changes -> {
                    changes.alter(EARLY).addUnique(key("day").named("one_a_day"));
                    changes.alter(TRADES).addPrimaryKey("day");
                },
                "Constraint \"pk_trades\" of table public.trades would be made of the partition constraint public.early.one_a_day of"
                        + " a partition, and that would go with it. Drop that first: the partitions get their parts of what their"
                        + " table gets.");
        isRefused(
                changes -> {
                    changes.alter(EARLY).addIndex(on("price").named("early_prices"));
                    changes.alter(TRADES).addIndex(on("price"));
                },
                "Index \"ix_trades_price\" of table public.trades would be made of the index public.early_prices of a partition,"
                        + " and that would go with it.");
    }

    @Test
    void a_column_that_is_not_null_gets_no_name_for_that() {
        isRefused(
                changes -> {
                    changes.alter(EARLY).notNull("price");
                    changes.alter(EARLY).addNotNull("price_is_known", "price");
                },
                "makes column \"price\" not null, which it is already under a name that PostgreSQL chose. Let it be null first.");
    }

    @Test
    void a_trigger_for_each_row_is_one_of_the_partitions() {
        FunctionSpec note =
                function("note").returns("trigger").language("plpgsql").body("begin return new; end");
        isRefused(
                changes -> {
                    changes.create(note);
                    changes.create(trigger("watch")
                            .before(INSERT)
                            .on(EARLY)
                            .forEachRow()
                            .call(note));
                    changes.create(trigger("watch")
                            .before(INSERT)
                            .on(TRADES)
                            .forEachRow()
                            .call(note));
                },
                "The trigger public.trades.watch has the name of trigger public.early.watch, and one of these would be in the"
                        + " partition of the other. Choose another name.");
        isRefused(
                changes -> {
                    changes.create(note);
                    changes.create(trigger("watch")
                            .before(INSERT)
                            .on(TRADES)
                            .forEachRow()
                            .call(note));
                    changes.create(trigger("watch").before(INSERT).on(EARLY).call(note));
                },
                "The trigger public.early.watch has the name of trigger public.trades.watch");
    }

    @Test
    void a_column_may_be_null_again_that_is_not_of_the_key() {
        Database database = after(changes -> {
            changes.alter(TRADES).addColumn("note", text());
            changes.alter(EARLY).notNull("note").notNull("price").addPrimaryKey("day", "price");
            changes.alter(EARLY).dropNotNull("note");
        });

        assertThat(database.has(PartitionNotNull.id(QualifiedName.of("public", "early"), "note")))
                .isFalse();
    }

    @Test
    void an_index_that_becomes_one_of_the_table_is_not_made_of_what_a_partition_has_either() {
        Index other = new Index(
                QualifiedName.of("public", "by_price"),
                Table.id(QualifiedName.of("public", "offers")),
                false,
                "btree",
                List.of(IndexKey.column("price")),
                List.of(),
                Optional.empty());
        isRefused(
                changes -> {
                    changes.create(table("offers").column("price", integer()));
                    changes.add(new CreateObject(other));
                    changes.alter(EARLY).addIndex(on("price").named("early_prices"));
                    changes.add(AlterObject.to(other.on(Table.id(QualifiedName.of("public", "trades")))));
                },
                "would be made of the index public.early_prices of a partition");
    }

    /** Were the index of the partition there first, that of the table would be made of it. */
    @Test
    void a_table_that_comes_back_has_its_indexes_before_its_partitions_have_theirs() {
        Database before = after(changes -> {
            changes.alter(TRADES).addIndex(on("price"));
            changes.alter(EARLY).addIndex(on("price").named("early_prices"));
        });
        DropObject drop = new DropObject(Table.id(QualifiedName.of("public", "trades")));
        Database back = Operation.afterAll(drop.reversal(before).operations(), drop.after(before));

        assertThat(back).isEqualTo(before);
    }
}

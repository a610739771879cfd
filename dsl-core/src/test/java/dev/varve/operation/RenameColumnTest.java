package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.testing.Trading.view;
import static dev.varve.testing.Trading.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.ColumnProperty;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameColumnTest {

    private static final Table T = table(
                    "t",
                    column("zz_old", "text").notNull(true),
                    column("other", "text"),
                    generated("both", "text", "zz_old || 'zz' || coalesce(t.other, '')"))
            .plus(primaryKey("pk", "zz_old"))
            .plus(unique("uq", "other", "zz_old"))
            .plus(check("ck", "zz_old <> 'x' and char_length(zz_old) > 1 and zz_old in ('a', 'b')"));

    private static OperationLaws laws(String to) {
        return OperationLaws.of(new RenameColumn(T.id(), "zz_old", to)).given(SCHEMA, T);
    }

    @Test
    void its_sql_renames() {
        assertThat(new RenameColumn(T.id(), "zz_old", "order").statements(Database.empty()))
                .hasToString("[alter table trading.t rename column zz_old to \"order\"]");
    }

    @Test
    void a_column_that_keys_checks_and_generated_columns_use() {
        laws("New \"name\"").hold();
        laws("select").hold();
    }

    @Test
    void a_column_that_indexes_triggers_comments_and_foreign_keys_use() {
        Index keyed = index("ix_key", T, IndexKey.column("zz_old").desc(), keyOf("lower(zz_old)"));
        Index partial = new Index(
                name("ix_partial"),
                T.id(),
                false,
                "btree",
                List.of(IndexKey.column("other")),
                List.of("zz_old"),
                Optional.of(new Expression("zz_old is not null")));
        Trigger trigger = new Trigger(
                "touch",
                T.id(),
                Trigger.Timing.BEFORE,
                Set.of(Trigger.Event.UPDATE),
                List.of("zz_old"),
                true,
                Optional.of(new Expression("new.zz_old <> old.zz_old")),
                TOUCH.id(),
                List.of("zz"));
        Table child =
                table("child", column("a", "text"), column("parent", "text")).plus(foreignKey("fk", "a", T, "zz_old"));
        laws("New \"name\"")
                .given(TOUCH, keyed, partial, trigger, child, comment(T, "zz_old", "c"), comment(T, "other", "d"))
                .hold();
    }

    @Test
    void a_column_of_a_key_to_the_table_itself() {
        Table tree = table("tree", column("zz_id", "bigint"), column("parent", "bigint"))
                .plus(primaryKey("pk", "zz_id"))
                .plus(foreignKey("fk", "parent", table("tree"), "zz_id"));
        OperationLaws.of(new RenameColumn(tree.id(), "zz_id", "id"))
                .given(SCHEMA, tree)
                .hold();
    }

    @Test
    void an_identity_keeps_its_sequence() {
        Table counted = table("counted", identity("zz_id", "integer", true), column("note", "text"));
        OperationLaws.of(new RenameColumn(counted.id(), "zz_id", "id"))
                .given(SCHEMA, counted)
                .hold();
    }

    @Test
    void a_virtual_column_follows() {
        Table computed = table("computed", column("zz_old", "text"), virtual("b", "text", "upper(zz_old)"));
        OperationLaws.of(new RenameColumn(computed.id(), "zz_old", "fresh"))
                .given(SCHEMA, computed)
                .since(18)
                .hold();
    }

    @Test
    void a_column_that_is_stored_in_its_own_way_stays_so() {
        Table stored = table(
                "stored",
                column("zz_old", "text")
                        .collated(QualifiedName.unqualified("C"))
                        .with(ColumnProperty.STORAGE, Optional.of("external"))
                        .with(ColumnProperty.N_DISTINCT, Optional.of("5")));
        OperationLaws.of(new RenameColumn(stored.id(), "zz_old", "fresh"))
                .given(SCHEMA, stored)
                .hold();
    }

    @Test
    void a_name_that_is_taken_or_not_there_is_refused() {
        laws("other").areRefusedWith("Column \"other\" already exists in table trading.t.");
        OperationLaws.of(new RenameColumn(T.id(), "zz_olt", "x"))
                .given(SCHEMA, T)
                .areRefusedWith("There is no column \"zz_olt\" in table trading.t. Did you mean \"zz_old\"?");
    }

    @Test
    void a_column_that_a_view_may_use_is_refused() {
        laws("fresh")
                .given(view("v", "select zz_old from trading.t"))
                .areRefusedBeforehandWith(
                        "The view trading.v may use column \"zz_old\" of table trading.t. Drop the view before the rename and create it again after it, in the same revision.");
    }

    @Test
    void a_column_that_no_view_uses() {
        laws("fresh").given(view("v", "select other from trading.t")).hold();
    }
}

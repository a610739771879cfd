package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddConstraintUsingIndexTest {

    private static final Table CODES =
            table("codes", column("a", "bigint"), column("b", "text").notNull(true), column("c", "text"));

    private static Index unique(Optional<Expression> where, IndexKey... keys) {
        return new Index(CODES.name().named("ux"), CODES.id(), true, "btree", List.of(keys), List.of("c"), where);
    }

    private static final Index INDEX = unique(Optional.empty(), IndexKey.column("b"), IndexKey.column("a"));

    private static AddConstraintUsingIndex adding(String name, boolean primary, Deferral deferral) {
        return new AddConstraintUsingIndex(CODES.id(), name, primary, INDEX.id(), deferral);
    }

    private static OperationLaws laws(AddConstraintUsingIndex operation) {
        return OperationLaws.of(operation).given(SCHEMA, CODES, INDEX);
    }

    @Test
    void its_sql_names_the_index() {
        Database before = Database.empty().plus(SCHEMA).plus(CODES).plus(INDEX);
        assertThat(adding("uq", false, Deferral.INITIALLY_DEFERRED).statements(before))
                .hasToString("[alter table trading.codes add constraint uq unique using index ux"
                        + " deferrable initially deferred]");
    }

    @Test
    void a_key_of_any_kind() {
        laws(adding("uq", false, Deferral.NOT_DEFERRABLE)).hold();
        laws(adding("uq", false, Deferral.INITIALLY_DEFERRED)).hold();
        laws(adding("pk", true, Deferral.INITIALLY_IMMEDIATE)).hold();
        laws(adding("ux", true, Deferral.NOT_DEFERRABLE)).hold();
    }

    @Test
    void the_comment_on_the_index_comes_back_with_it() {
        laws(adding("uq", false, Deferral.NOT_DEFERRABLE))
                .given(comment(INDEX, "built at night"))
                .hold();
    }

    @Test
    void an_index_that_cannot_be_that_of_a_key_is_refused() {
        String message =
                "The index trading.ux cannot be that of a key: it has to be a unique index of table trading.codes"
                        + " over all rows and plain columns in their usual order.";
        Index[] others = {
            unique(Optional.of(new Expression("a > 0")), IndexKey.column("b")),
            unique(Optional.empty(), IndexKey.column("b").desc()),
            unique(Optional.empty(), keyOf("lower(b)")),
            index("ux", CODES, IndexKey.column("b"))
        };
        for (Index other : others) {
            OperationLaws.of(adding("uq", false, Deferral.NOT_DEFERRABLE))
                    .given(SCHEMA, CODES, other)
                    .areRefusedWith(message);
        }
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        laws(adding("codes", false, Deferral.NOT_DEFERRABLE))
                .areRefusedWith(
                        "Constraint \"codes\" of table trading.codes has an index, which cannot be called as the table is."
                                + " Choose another name.");
    }

    @Test
    void an_index_on_which_a_foreign_key_leans_is_refused() {
        Table source = table("source", column("a", "text")).plus(foreignKey("fk", "a", CODES, "b"));
        OperationLaws.of(adding("uq", false, Deferral.NOT_DEFERRABLE))
                .given(SCHEMA, CODES, unique(Optional.empty(), IndexKey.column("b")), source)
                .areRefusedBeforehandWith(
                        "The index trading.ux is used by table trading.source. Change or drop what uses it"
                                + " first, in the same revision or an earlier one.");
    }

    @Test
    void nulls_that_are_not_distinct_stay_so() {
        Index nulls = unique(Optional.empty(), IndexKey.column("c")).distinguishingNulls(false);
        OperationLaws.of(adding("uq", false, Deferral.NOT_DEFERRABLE))
                .given(SCHEMA, CODES, nulls)
                .hold();
        OperationLaws.of(adding("pk", true, Deferral.NOT_DEFERRABLE))
                .given(SCHEMA, CODES, nulls)
                .areRefusedBeforehandWith(
                        "The index trading.ux cannot be that of a primary key: it is one whose nulls are not"
                                + " distinct, and a primary key has no nulls. Make an index without that.");
    }

    @Test
    void an_index_in_the_order_of_another_collation_is_refused() {
        Index other = unique(Optional.empty(), IndexKey.column("b").collate("C"));
        OperationLaws.of(adding("uq", false, Deferral.NOT_DEFERRABLE))
                .given(SCHEMA, CODES, other)
                .areRefusedWith(
                        "The index trading.ux cannot be that of a key: it has to be a unique index of table trading.codes"
                                + " over all rows and plain columns in their usual order.");
    }
}

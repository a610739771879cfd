package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.introspect.Introspector;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Partition;
import dev.varve.model.PartitionBound;
import dev.varve.model.Partitioning;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.Unlogged;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Columns that number rows by a sequence of their own, as {@code serial} makes them. */
class SerialColumnTest {

    private static final Table NOTES = table("notes", column("text", "text"));

    private static Column serial(String name, String type, SequenceOptions options, Optional<QualifiedName> sequence) {
        return column(name, type).notNull(true).valued(Optional.of(new ColumnValue.Serial(options, sequence)));
    }

    private static Column plain(String type) {
        return serial("id", type, SequenceOptions.PLAIN, Optional.empty());
    }

    private static final Table ORDERS =
            table("orders", plain("integer"), column("text", "text")).plus(primaryKey("pk_orders", "id"));

    @Test
    void a_table_with_such_a_column() {
        OperationLaws.of(new CreateObject(ORDERS)).given(SCHEMA).hold();
        OperationLaws.of(new DropObject(ORDERS.id())).given(SCHEMA, ORDERS).hold();
    }

    @Test
    void a_sequence_with_a_name_and_options_of_its_own() {
        OperationLaws.of(new AddColumn(
                        NOTES.id(),
                        serial(
                                "id",
                                "bigint",
                                SequenceOptions.PLAIN.incrementedBy(5).caching(3),
                                Optional.of(name("numbers")))))
                .given(SCHEMA, NOTES)
                .hold();
    }

    @Test
    void what_was_a_part_takes_numbers_from_the_sequence_of_its_table() {
        Table calls = table("calls", plain("integer"), column("text", "text"))
                .with(new Partitioning(Partitioning.Strategy.RANGE, List.of(new Expression("id"))));
        Partition first = new Partition(
                name("first_calls"), calls.id(), new PartitionBound("FOR VALUES FROM (0) TO (9)"), Optional.empty());
        OperationLaws.of(new DetachPartition(first.id()))
                .given(SCHEMA, calls, first)
                .hold();
    }

    @Test
    void what_was_a_part_of_a_part_does_the_same() {
        Partitioning byId = new Partitioning(Partitioning.Strategy.RANGE, List.of(new Expression("id")));
        PartitionBound bound = new PartitionBound("FOR VALUES FROM (0) TO (9)");
        Table calls = table("calls", plain("integer"), column("text", "text")).with(byId);
        Partition first = new Partition(name("first_calls"), calls.id(), bound, Optional.of(byId));
        Partition second = new Partition(name("second_calls"), first.id(), bound, Optional.empty());
        OperationLaws.of(new DetachPartition(second.id()))
                .given(SCHEMA, calls, first, second)
                .hold();
    }

    @Test
    void a_column_that_may_be_null() {
        OperationLaws.of(new AddColumn(NOTES.id(), plain("smallint").notNull(false)))
                .given(SCHEMA, NOTES)
                .hold();
    }

    @Test
    void the_sequence_counts_as_far_as_another_type() {
        OperationLaws.of(new AlterColumnType(ORDERS.id(), "id", TypeName.of("bigint"), Optional.empty()))
                .given(SCHEMA, ORDERS)
                .givenRows("insert into trading.orders (text) values ('a'), ('b')")
                .hold();
    }

    @Test
    void a_table_or_a_column_with_another_name_keeps_the_name_of_the_sequence() {
        OperationLaws.of(new RenameObject(ORDERS.id(), "purchases"))
                .given(SCHEMA, ORDERS)
                .hold();
        OperationLaws.of(new RenameColumn(ORDERS.id(), "id", "number"))
                .given(SCHEMA, ORDERS)
                .hold();
    }

    @Test
    void the_column_goes_with_its_sequence() {
        OperationLaws.of(new DropColumn(ORDERS.id(), "id"))
                .given(SCHEMA, ORDERS)
                .hold();
    }

    @Test
    void a_text_cannot_be_numbered() {
        OperationLaws.of(new AddColumn(NOTES.id(), plain("numeric")))
                .given(SCHEMA, NOTES)
                .areRefusedBeforehandWith(
                        "Column \"id\" of table trading.notes cannot be serial: numeric is no smallint, integer or bigint.");
    }

    private static final Table COUNTED = table("counted", column("id", "integer"));
    private static final Sequence NUMBERS = new Sequence(
            name("numbers"),
            TypeName.of("integer"),
            SequenceOptions.PLAIN,
            Optional.of(new Sequence.Owner(COUNTED.id(), "id")),
            false);
    private static final Operation COUNTING = new SetDefault(COUNTED.id(), "id", Optional.of(NUMBERS.next()));

    @Test
    void a_sequence_of_its_own_that_is_like_that_of_a_serial_column_is_shown_as_that() {
        Database counted =
                COUNTING.after(Database.empty().plus(SCHEMA).plus(COUNTED).plus(NUMBERS));

        Database shown = Introspector.create().shown(counted);

        assertThat(shown.objects(Sequence.class)).isEmpty();
        assertThat(shown.get(COUNTED.id()).column("id").sequence(COUNTED.name()))
                .contains(NUMBERS.name());
    }

    @Test
    void a_sequence_that_is_logged_is_not_that_of_a_table_that_is_not() {
        OperationLaws.of(COUNTING)
                .given(SCHEMA, COUNTED.with(new Unlogged()), NUMBERS)
                .hold();
    }
}

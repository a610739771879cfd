package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.TypeName;
import dev.varve.model.Unlogged;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetSerialTest {

    private static final ColumnValue.Serial PLAIN = new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.empty());

    private static Column serial(String type, ColumnValue.Serial serial) {
        return column("id", type).notNull(true).valued(Optional.of(serial));
    }

    private static OperationLaws laws(Column column, Optional<ColumnValue.Serial> serial) {
        return OperationLaws.of(new SetSerial(table("t").id(), "id", serial))
                .given(SCHEMA, table("t", column, column("note", "text")));
    }

    @Test
    void a_column_becomes_serial() {
        laws(column("id", "integer").notNull(true), Optional.of(PLAIN)).hold();
        laws(column("id", "bigint"), Optional.of(PLAIN)).hold();
        laws(
                        defaulted("id", "integer", "7").notNull(true),
                        Optional.of(new ColumnValue.Serial(
                                SequenceOptions.PLAIN.startingAt(50).incrementedBy(5), Optional.of(name("numbers")))))
                .hold();
    }

    @Test
    void the_sequence_is_logged_as_the_table_is() {
        OperationLaws.of(new SetSerial(table("t").id(), "id", Optional.of(PLAIN)))
                .given(SCHEMA, table("t", column("id", "integer")).with(new Unlogged()))
                .hold();
    }

    @Test
    void a_column_is_serial_no_more() {
        laws(serial("smallint", PLAIN), Optional.empty()).hold();
        laws(
                        serial("integer", new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.of(name("numbers")))),
                        Optional.empty())
                .hold();
    }

    @Test
    void it_counts_otherwise_by_a_sequence_of_another_name() {
        laws(
                        serial("integer", PLAIN),
                        Optional.of(new ColumnValue.Serial(
                                SequenceOptions.PLAIN.incrementedBy(5).cycling(), Optional.of(name("numbers")))))
                .hold();
    }

    @Test
    void what_is_neither_plain_nor_serial_is_refused() {
        laws(column("id", "text"), Optional.of(PLAIN))
                .areRefusedWith(
                        "Column \"id\" of table trading.t cannot be serial: text is no smallint, integer or bigint.");
        laws(identity("id", "bigint", true), Optional.of(PLAIN))
                .areRefusedBeforehandWith(
                        "Column \"id\" of table trading.t is \"generated always as identity\"; that has to be changed first.");
        laws(column("id", "bigint"), Optional.empty())
                .areRefusedBeforehandWith(
                        "Column \"id\" of table trading.t is not serial; that has to be changed first.");
    }

    private static Database holding(Column id) {
        return Database.empty().plus(SCHEMA).plus(table("t", id, column("note", "text")));
    }

    private static List<String> path(Database from, Database to) {
        Difference difference = Difference.between(from, to);
        assertThat(difference.obstacles()).isEmpty();
        Database state = Operation.afterAll(difference.operations(), from);
        assertThat(Difference.between(state, to).isEmpty()).isTrue();
        return difference.operations().stream().map(Operation::description).toList();
    }

    @Test
    void a_difference_keeps_the_column() {
        Database plain = holding(column("id", "integer").notNull(true));
        Database serial = holding(serial("bigint", PLAIN));
        Database identity = holding(identity("id", "bigint", true));

        assertThat(path(plain, serial))
                .containsExactly(
                        "change the type of column id of trading.t to bigint", "number rows by column id of trading.t");
        assertThat(path(serial, plain))
                .containsExactly(
                        "number rows no more by column id of trading.t",
                        "change the type of column id of trading.t to integer");
        assertThat(path(identity, serial))
                .containsExactly("end the identity of column id of trading.t", "number rows by column id of trading.t");
        assertThat(path(serial, identity))
                .containsExactly(
                        "number rows no more by column id of trading.t", "make an identity of column id of trading.t");
    }

    @Test
    void a_sequence_that_had_a_default_of_its_own_gives_way() {
        Sequence own = new Sequence(
                name("t_id_seq"),
                TypeName.of("integer"),
                SequenceOptions.PLAIN,
                Optional.of(new Sequence.Owner(table("t").id(), "id")),
                false);
        Database apart = holding(column("id", "integer").notNull(true))
                .plus(own)
                .alter(
                        table("t").id(),
                        t -> t.alter("id", c -> c.valued(Optional.of(new ColumnValue.Default(own.next())))));

        assertThat(path(apart, holding(serial("integer", PLAIN)))).doesNotContain("drop column id of trading.t");
        assertThat(path(holding(serial("integer", PLAIN)), apart)).doesNotContain("drop column id of trading.t");
    }

    @Test
    void the_numbers_go_on_after_those_that_are_there() throws SQLException {
        Database before = holding(column("id", "integer").notNull(true));
        try (TestDatabase database = TestServers.postgres().create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            database.execute(
                    "create schema trading",
                    "create table trading.t (id integer not null, note text)",
                    "insert into trading.t values (41)");
            for (var sql : new SetSerial(table("t").id(), "id", Optional.of(PLAIN)).statements(before)) {
                statement.execute(sql.sql().text());
            }
            try (ResultSet result = statement.executeQuery("insert into trading.t (note) values ('x') returning id")) {
                result.next();
                assertThat(result.getInt(1)).isEqualTo(42);
            }
        }
    }
}

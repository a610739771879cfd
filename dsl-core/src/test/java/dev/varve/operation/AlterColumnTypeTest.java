package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Database;
import dev.varve.model.Domain;
import dev.varve.model.DomainCheck;
import dev.varve.model.EnumType;
import dev.varve.model.ExtendedStatistics;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Inheritance;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.sql.Hazard;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlterColumnTypeTest {

    private static OperationLaws laws(String column, String type) {
        return OperationLaws.of(new AlterColumnType(ORDERS.id(), column, TypeName.of(type), Optional.empty()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS);
    }

    private static OperationLaws laws(Column column, String type) {
        return OperationLaws.of(
                        new AlterColumnType(table("t").id(), column.name(), TypeName.of(type), Optional.empty()))
                .given(SCHEMA, table("t", column));
    }

    @Test
    void its_sql_casts_if_it_is_told_how() {
        assertThat(new AlterColumnType(
                                ORDERS.id(), "note", TypeName.of("bigint"), Optional.of(new Expression("note::bigint")))
                        .statements(Database.empty()
                                .plus(SCHEMA)
                                .plus(SIDE)
                                .plus(INSTRUMENTS)
                                .plus(ORDERS)))
                .hasToString("[alter table trading.orders alter column note type bigint using note::bigint]");
    }

    @Test
    void a_longer_text() {
        laws("note", "varchar(200)").hold();
        laws("status", "text").hold();
        laws("status", "varchar(20)").hold();
    }

    @Test
    void a_greater_number() {
        laws(column("n", "integer"), "bigint").hold();
        laws(defaulted("n", "integer", "7"), "bigint").hold();
        laws(defaulted("n", "numeric(10, 2)", "0"), "numeric(20, 8)").hold();
        laws(identity("n", "integer", true), "bigint").hold();
    }

    @Test
    void a_column_with_a_check_and_an_index_that_are_printed_anew() {
        Table table = table("t", column("n", "integer"), defaulted("s", "varchar(10)", "'x'"))
                .plus(check("ck", "n > 0 and s in ('x', 'y')"));
        Index index = new Index(
                name("ix"),
                table.id(),
                false,
                "btree",
                List.of(keyOf("lower(s)"), IndexKey.column("s")),
                List.of(),
                Optional.of(new Expression("s <> 'z'")));
        OperationLaws.of(new AlterColumnType(table.id(), "s", TypeName.of("text"), Optional.empty()))
                .given(SCHEMA, table, index)
                .hold();
        OperationLaws.of(new AlterColumnType(table.id(), "n", TypeName.of("numeric(18, 8)"), Optional.empty()))
                .given(SCHEMA, table, index)
                .hold();
    }

    @Test
    void a_text_that_becomes_an_enum() {
        OperationLaws.of(new AlterColumnType(
                        ORDERS.id(),
                        "note",
                        TypeName.of("trading.side"),
                        Optional.of(new Expression("note::trading.side"))))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .hold();
    }

    @Test
    void an_enum_that_becomes_another_one_and_back_goes_over_texts() {
        EnumType direction = new EnumType(name("direction"), List.of("BUY", "SELL", "CROSS"));
        OperationLaws.of(new AlterColumnType(
                        table("t").id(),
                        "s",
                        TypeName.of("trading.direction"),
                        Optional.of(new Expression("s::text::trading.direction"))))
                .given(SCHEMA, SIDE, direction, table("t", column("s", "trading.side")))
                .givenRows("insert into trading.t values ('BUY'), (null)")
                .hold();
    }

    @Test
    void an_array_that_becomes_an_enum_and_back_is_one_text() {
        OperationLaws.of(new AlterColumnType(
                        table("t").id(),
                        "s",
                        TypeName.of("trading.side"),
                        Optional.of(new Expression("s[1]::trading.side"))))
                .given(SCHEMA, SIDE, table("t", column("s", "text[]")))
                .hold();
    }

    @Test
    void a_truth_becomes_what_nothing_casts_it_to() {
        for (String type : List.of("uuid", "bigint", "date", "integer")) {
            OperationLaws.of(new AlterColumnType(
                            table("t").id(), "b", TypeName.of("boolean"), Optional.of(new Expression("b is not null"))))
                    .given(SCHEMA, table("t", column("b", type)))
                    .hold();
        }
    }

    @Test
    void a_time_with_its_zone() {
        OperationLaws.of(new AlterColumnType(
                        table("t").id(),
                        "at",
                        TypeName.of("timestamptz(3)"),
                        Optional.of(new Expression("at at time zone 'utc'"))))
                .given(SCHEMA, table("t", column("at", "timestamp")))
                .hold();
    }

    private static AlterColumnType collating(String column, String type, QualifiedName collation) {
        return new AlterColumnType(
                table("t").id(), column, TypeName.of(type), Optional.of(collation), Optional.empty());
    }

    private static final QualifiedName C = QualifiedName.unqualified("C");

    @Test
    void a_text_keeps_its_collation() {
        laws(column("s", "varchar(10)").collated(C), "text").hold();
        laws(defaulted("s", "text", "'x'").collated(C), "varchar(10)").hold();
    }

    @Test
    void a_text_gets_another_collation_or_none() {
        OperationLaws.of(collating("s", "text", C))
                .given(SCHEMA, table("t", defaulted("s", "text", "'x'")))
                .hold();
        OperationLaws.of(collating("s", "varchar(20)", Column.DEFAULT_COLLATION))
                .given(SCHEMA, table("t", column("s", "text").collated(QualifiedName.unqualified("POSIX"))))
                .hold();
    }

    @Test
    void another_collation_alone_loses_nothing() {
        Database before = Database.empty().plus(SCHEMA).plus(table("t", column("s", "text")));
        Reversal back = collating("s", "text", C).reversal(before);

        assertThat(back.lost()).isEmpty();
        assertThat(back.operations().get(0).statements(collating("s", "text", C).after(before)))
                .hasToString("[alter table trading.t alter column s type text]");
    }

    @Test
    void its_sql_says_again_what_postgres_would_forget() {
        Column column = column("s", "varchar(9)").collated(C).with(ColumnProperty.STORAGE, Optional.of("external"));
        Database before = Database.empty().plus(SCHEMA).plus(table("t", column));
        assertThat(new AlterColumnType(table("t").id(), "s", TypeName.of("text"), Optional.empty()).statements(before))
                .hasToString("[alter table trading.t alter column s type text collate \"C\","
                        + " alter column s set storage external]");
    }

    @Test
    void a_column_keeps_how_it_is_stored_and_planned_with() {
        Column column = column("s", "varchar(10)")
                .with(ColumnProperty.STORAGE, Optional.of("external"))
                .with(ColumnProperty.COMPRESSION, Optional.of("pglz"))
                .with(ColumnProperty.STATISTICS, Optional.of("50"))
                .with(ColumnProperty.N_DISTINCT, Optional.of("-0.5"));
        laws(column, "text").hold();
    }

    @Test
    void a_number_takes_no_collation_and_no_storage_of_a_text_along() {
        Column column = column("s", "text")
                .collated(C)
                .with(ColumnProperty.STORAGE, Optional.of("external"))
                .with(ColumnProperty.STATISTICS, Optional.of("50"));
        OperationLaws.of(new AlterColumnType(
                        table("t").id(), "s", TypeName.of("integer"), Optional.of(new Expression("s::integer"))))
                .given(SCHEMA, table("t", column))
                .hold();
    }

    @Test
    void a_column_that_a_view_uses_is_refused() {
        laws("note", "varchar(9)")
                .given(view("v", "select note from trading.orders"))
                .areRefusedWith("Column \"note\" of table trading.orders is used by view trading.v."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_column_that_a_generated_one_uses_is_refused() {
        laws("price", "numeric(20, 8)")
                .areRefusedWith("Column \"price\" of table trading.orders is used by generated column notional."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_column_that_a_trigger_names_is_refused() {
        laws("note", "varchar(20)")
                .given(
                        TOUCH,
                        new Trigger(
                                "t",
                                ORDERS.id(),
                                Trigger.Timing.BEFORE,
                                Set.of(Trigger.Event.UPDATE),
                                List.of("note"),
                                true,
                                Optional.empty(),
                                TOUCH.id(),
                                List.of()))
                .areRefusedWith("Column \"note\" of table trading.orders is used by trigger trading.orders.t."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_column_that_is_not_there_is_refused() {
        laws("notes", "text")
                .areRefusedWith("There is no column \"notes\" in table trading.orders. Did you mean \"note\"?");
    }

    @Test
    void what_may_be_lost_is_said() {
        Database before = Database.empty().plus(SCHEMA).plus(table("t", column("n", "integer")));
        assertThat(new AlterColumnType(table("t").id(), "n", TypeName.of("bigint"), Optional.empty())
                        .reversal(before)
                        .lost())
                .containsExactly("what does not fit into integer of the values of trading.t.n");
        assertThat(new AlterColumnType(table("t").id(), "n", TypeName.of("smallint"), Optional.empty())
                        .reversal(before)
                        .lost())
                .containsExactly("what the values of trading.t.n were before they became smallint");
    }

    @Test
    void a_table_is_written_anew_only_where_that_is_said() throws SQLException {
        try (TestDatabase database = TestServers.postgres().create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema trading; create domain trading.amount as numeric(10, 2);"
                    + " create domain trading.positive as numeric(10, 2) check (value > 0)");
            for (String change : List.of(
                    "varchar(10) > varchar(20)",
                    "varchar(10) > text",
                    "text > varchar",
                    "numeric(10, 2) > numeric(12, 2)",
                    "numeric(10, 2) > numeric",
                    "timestamp(3) > timestamp(6)",
                    "timestamptz(0) > timestamptz",
                    "cidr > inet",
                    "trading.positive > numeric",
                    "numeric(10, 2) > trading.amount")) {
                assertThat(hazards(change)).as(change).isEmpty();
                assertThat(isWritten(change, statement)).as(change).isFalse();
            }
            for (String change : List.of(
                    "varchar(20) > varchar(10)",
                    "numeric(10, 2) > numeric(12, 4)",
                    "numeric(10, 2) > trading.positive",
                    "trading.positive > numeric(10, 2)",
                    "integer > bigint")) {
                assertThat(hazards(change)).as(change).containsExactly(Hazard.REWRITES_TABLE);
                assertThat(isWritten(change, statement)).as(change).isTrue();
            }
        }
    }

    private static final List<Domain> DOMAINS = List.of(
            Domain.of(name("amount"), TypeName.of("numeric(10, 2)")),
            Domain.of(name("positive"), TypeName.of("numeric(10, 2)"))
                    .checking("positive", new DomainCheck(new Expression("value > 0"), true, Optional.empty())));

    private static Set<Hazard> hazards(String change) {
        String[] types = change.split(" > ");
        Database before = Database.empty().plus(SCHEMA).plus(DOMAINS.get(0)).plus(DOMAINS.get(1));
        return new AlterColumnType(table("t").id(), "c", TypeName.of(types[1]), Optional.empty())
                .statements(before.plus(table("t", column("c", types[0]))))
                .get(0)
                .hazards();
    }

    private static boolean isWritten(String change, Statement statement) throws SQLException {
        String[] types = change.split(" > ");
        statement.execute("drop table if exists trading.t; create table trading.t (c " + types[0] + ')');
        String before = file(statement);
        statement.execute("alter table trading.t alter column c type " + types[1]);
        return !file(statement).equals(before);
    }

    private static String file(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("select pg_relation_filenode('trading.t')")) {
            result.next();
            return result.getString(1);
        }
    }

    /** PostgreSQL changes the defaults of heirs with that of the parent, and forgets how all of them store the values. */
    @Test
    void what_heirs_say_of_the_column_stays() {
        Table places = table("places", defaulted("name", "varchar(20)", "'x'"), column("city", "varchar(20)"));
        Table towns = table("towns").with(Inheritance.from(List.of(places.id())));
        Table ports = table("ports").with(Inheritance.from(List.of(towns.id())));
        for (String column : List.of("name", "city")) {
            OperationLaws.of(new AlterColumnType(places.id(), column, TypeName.of("text"), Optional.empty()))
                    .given(SCHEMA, places, towns, ports)
                    .given(new SetDefault(towns.id(), column, Optional.of(new Expression("'town'"))))
                    .given(new SetDefault(ports.id(), column, Optional.empty()))
                    .given(new SetColumnProperty(places.id(), column, ColumnProperty.STORAGE, Optional.of("main")))
                    .given(new SetColumnProperty(towns.id(), column, ColumnProperty.STORAGE, Optional.of("external")))
                    .given(new SetColumnProperty(towns.id(), column, ColumnProperty.COMPRESSION, Optional.of("pglz")))
                    .given(new SetColumnProperty(ports.id(), column, ColumnProperty.STORAGE, Optional.empty()))
                    .hold();
        }
    }

    /** PostgreSQL makes statistics again, and forgets of how many values they are and whose. */
    @Test
    void statistics_over_the_column_stay_what_they_are() {
        Table places = table("places", column("id", "integer"), column("name", "text"));
        ExtendedStatistics both = new ExtendedStatistics(
                name("of_both"),
                places.id(),
                Set.of(),
                List.of(new Expression("id"), new Expression("name")),
                Optional.of(77));
        OperationLaws.of(new AlterColumnType(places.id(), "id", TypeName.of("numeric"), Optional.empty()))
                .given(new CreateRole("varve_clerks"))
                .given(SCHEMA, places, both)
                .given(new SetComment(both.id(), "", Optional.of("for the planner")))
                .given(new ChangePrivileges(
                        SCHEMA.id(), "", "varve_clerks", ChangePrivileges.Verb.GRANT, Set.of("create")))
                .given(new SetOwner(both.id(), Optional.of("varve_clerks")))
                .hold();
    }
}

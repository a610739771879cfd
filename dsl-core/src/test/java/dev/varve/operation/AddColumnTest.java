package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.BaseType;
import dev.varve.model.Collation;
import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddColumnTest {

    private static final Table QUOTES = table("quotes", column("bid", "numeric(18, 8)"));

    private static AddColumn adding(Column column) {
        return new AddColumn(QUOTES.id(), column);
    }

    private static OperationLaws laws(Column column) {
        return OperationLaws.of(adding(column)).given(SCHEMA, SIDE, QUOTES);
    }

    @Test
    void its_sql_is_the_definition_of_the_column() {
        assertThat(adding(defaulted("venue", "varchar(10)", "'XNAS'").notNull(true))
                        .statements(Database.empty()))
                .hasToString("[alter table trading.quotes add column venue varchar(10) not null default 'XNAS']");
    }

    @Test
    void only_a_computed_column_is_known_to_rewrite_the_table() {
        assertThat(adding(defaulted("a", "text", "'x'"))
                        .statements(Database.empty())
                        .get(0)
                        .hazards())
                .isEmpty();
        assertThat(adding(identity("a", "bigint", true))
                        .statements(Database.empty())
                        .get(0)
                        .hazards())
                .containsExactly(Hazard.REWRITES_TABLE);
    }

    @Test
    void a_plain_column() {
        laws(column("fresh", "varchar(20)")).hold();
    }

    @Test
    void an_array_of_an_enum() {
        laws(defaulted("fresh", "trading.side[]", "array['BUY']::trading.side[]")
                        .notNull(true))
                .hold();
    }

    @Test
    void a_column_with_a_hostile_name() {
        laws(column("select \"x\", 'y' {} -- ;", "text")).hold();
    }

    @Test
    void a_default_of_null_is_no_default() {
        laws(defaulted("fresh", "bigint", "null")).hold();
    }

    @Test
    void a_column_with_a_default_in_a_table_with_rows() {
        laws(defaulted("fresh", "integer", "7").notNull(true))
                .givenRows("insert into trading.quotes values (1), (2)")
                .hold();
    }

    @Test
    void the_next_number_of_a_sequence() {
        laws(defaulted("fresh", "bigint", "nextval('trading.\"Odd Name\"'::regclass)"))
                .given(sequence("Odd Name"))
                .hold();
    }

    @Test
    void the_result_of_a_function() {
        laws(defaulted("fresh", "integer", "trading.lot()"))
                .given(function("lot", "integer", "select 1"))
                .hold();
    }

    @Test
    void a_generated_column() {
        laws(generated("fresh", "text", "upper(coalesce(bid, 0)::text)")).hold();
    }

    @Test
    void an_identity_column() {
        laws(identity("fresh", "smallint", false))
                .givenRows("insert into trading.quotes values (1)")
                .hold();
    }

    @Test
    void an_identity_column_that_counts_in_its_own_way() {
        SequenceOptions options = SequenceOptions.PLAIN
                .startingAt(1000)
                .incrementedBy(10)
                .caching(20)
                .cycling();
        laws(column("fresh", "integer").valued(Optional.of(new ColumnValue.Identity(false, options))))
                .hold();
    }

    @Test
    void a_type_of_an_extension() {
        OperationLaws.of(adding(column("fresh", "public.citext")))
                .given(SCHEMA, QUOTES, new Extension("citext", Optional.empty()))
                .needing("citext")
                .hold();
    }

    @Test
    void a_type_of_an_extension_in_a_schema_of_its_own() {
        OperationLaws.of(adding(column("fresh", "trading.hstore")))
                .given(SCHEMA, QUOTES, new Extension("hstore", Optional.of("trading")))
                .needing("hstore")
                .hold();
    }

    private static Column stored(Column column) {
        return column.with(ColumnProperty.STORAGE, Optional.of("external"))
                .with(ColumnProperty.COMPRESSION, Optional.of("pglz"))
                .with(ColumnProperty.STATISTICS, Optional.of("500"))
                .with(ColumnProperty.N_DISTINCT, Optional.of("-0.5"))
                .with(ColumnProperty.N_DISTINCT_INHERITED, Optional.of("100"));
    }

    @Test
    void a_column_with_a_collation() {
        laws(defaulted("fresh", "varchar(20)", "'x'").collated(QualifiedName.unqualified("C")))
                .hold();
        laws(column("fresh", "text[]").collated(QualifiedName.unqualified("POSIX")))
                .hold();
        laws(column("fresh", "name").collated(Column.DEFAULT_COLLATION)).hold();
    }

    @Test
    void a_column_with_a_collation_of_a_schema() {
        laws(column("fresh", "text").collated(name("Odd one")))
                .given(Collation.of(name("Odd one"), Collation.Provider.LIBC, "C"))
                .hold();
    }

    @Test
    void a_collation_of_a_type_without_texts_is_refused() {
        laws(column("fresh", "integer").collated(QualifiedName.unqualified("C")))
                .areRefusedWith(
                        "Column \"fresh\" of table trading.quotes cannot have the collation C: integer is no text.");
    }

    @Test
    void a_column_that_is_stored_in_its_own_way() {
        laws(stored(column("fresh", "text"))).hold();
        assertThat(adding(stored(column("fresh", "text"))).statements(Database.empty()))
                .extracting(statement -> statement.sql().text())
                .containsExactly(
                        "alter table trading.quotes add column fresh text",
                        "alter table trading.quotes alter column fresh set storage external,"
                                + " alter column fresh set compression pglz, alter column fresh set statistics 500,"
                                + " alter column fresh set (n_distinct = -0.5),"
                                + " alter column fresh set (n_distinct_inherited = 100)");
    }

    @Test
    void a_virtual_column() {
        laws(virtual("fresh", "numeric", "bid * 2"))
                .givenRows("insert into trading.quotes values (1)")
                .since(18)
                .hold();
    }

    @Test
    void a_virtual_column_is_refused_by_an_older_server() {
        laws(virtual("fresh", "numeric", "bid * 2"))
                .before(18)
                .areRefusedWith(
                        "Column \"fresh\" of table trading.quotes cannot be virtual: PostgreSQL has virtual generated"
                                + " columns from version 18 on. Generate it stored.");
    }

    @Test
    void a_virtual_column_of_a_type_of_users_is_refused() {
        laws(virtual("fresh", "trading.side", "'BUY'::trading.side"))
                .since(18)
                .areRefusedWith(
                        "Column \"fresh\" of table trading.quotes cannot be virtual: PostgreSQL computes only its own"
                                + " types whenever they are read, and trading.side is none. Generate it stored.");
    }

    @Test
    void types_of_extensions_with_modifiers() {
        OperationLaws.of(adding(column("fresh", "trading.ltree[]")))
                .given(SCHEMA, QUOTES, new Extension("ltree", Optional.of("trading")))
                .needing("ltree")
                .hold();
        OperationLaws.of(adding(column("fresh", "public.citext").collated(QualifiedName.unqualified("C"))))
                .given(SCHEMA, QUOTES, new Extension("citext", Optional.empty()))
                .needing("citext")
                .hold();
    }

    @Test
    void a_column_of_a_shell_is_refused() {
        laws(column("fresh", "trading.lots"))
                .given(BaseType.shell(name("lots")))
                .areRefusedWith(
                        "Column \"fresh\" of table trading.quotes cannot have the type trading.lots: it is only a shell."
                                + " Define it first.");
    }

    @Test
    void a_column_that_exists_is_refused() {
        laws(column("bid", "text")).areRefusedWith("Column \"bid\" already exists in table trading.quotes.");
    }

    @Test
    void a_table_that_does_not_exist_is_refused() {
        OperationLaws.of(new AddColumn(table("quotess").id(), column("fresh", "text")))
                .given(SCHEMA, QUOTES)
                .areRefusedWith("There is no table trading.quotess. Did you mean \"trading.quotes\"?");
    }
}

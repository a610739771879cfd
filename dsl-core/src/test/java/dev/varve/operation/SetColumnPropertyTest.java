package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;
import static dev.varve.testing.Trading.virtual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.Extension;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetColumnPropertyTest {

    private static final Column NOTE = column("note", "text");

    private static SetColumnProperty setting(ColumnProperty property, String value) {
        return new SetColumnProperty(table("t").id(), "note", property, Optional.of(value));
    }

    private static SetColumnProperty leaving(ColumnProperty property) {
        return new SetColumnProperty(table("t").id(), "note", property, Optional.empty());
    }

    private static OperationLaws laws(Operation operation, Column column) {
        return OperationLaws.of(operation)
                .given(
                        SCHEMA,
                        SIDE,
                        table("t", column, column("rest", "integer")),
                        view("v", "select note from trading.t"));
    }

    @ParameterizedTest
    @CsvSource({
        "STORAGE, external",
        "STORAGE, plain",
        "STORAGE, main",
        "STORAGE, extended",
        "COMPRESSION, pglz",
        "STATISTICS, 0",
        "STATISTICS, 500",
        "STATISTICS, 10000",
        "N_DISTINCT, -0.50",
        "N_DISTINCT, 12",
        "N_DISTINCT_INHERITED, -1"
    })
    void a_property_is_set_and_left_to_postgres_again(ColumnProperty property, String value) {
        laws(setting(property, value), NOTE).hold();
        laws(leaving(property), NOTE.with(property, Optional.of(value))).hold();
    }

    /** The PostgreSQL 18 of the tests is built without LZ4. */
    @Test
    void another_compression_where_the_server_has_it() {
        laws(setting(ColumnProperty.COMPRESSION, "lz4"), NOTE).before(18).hold();
    }

    @Test
    void one_property_does_not_touch_the_others() {
        Column column = NOTE.with(ColumnProperty.STORAGE, Optional.of("external"))
                .with(ColumnProperty.COMPRESSION, Optional.of("pglz"))
                .with(ColumnProperty.N_DISTINCT, Optional.of("5"))
                .with(ColumnProperty.STATISTICS, Optional.of("7"));
        laws(setting(ColumnProperty.STATISTICS, "8"), column).hold();
        laws(leaving(ColumnProperty.STORAGE), column).hold();
        laws(leaving(ColumnProperty.N_DISTINCT), column).hold();
    }

    @Test
    void types_keep_their_values_where_they_do() {
        laws(setting(ColumnProperty.STORAGE, "main"), column("note", "numeric(18, 8)"))
                .hold();
        laws(setting(ColumnProperty.STORAGE, "external"), column("note", "numeric(18, 8)"))
                .hold();
        laws(setting(ColumnProperty.STORAGE, "main"), column("note", "integer[]"))
                .hold();
    }

    @Test
    void the_default_of_a_type_that_postgres_does_not_bring() {
        Table t = table(
                "t",
                column("note", "trading.hstore")
                        .with(ColumnProperty.STORAGE, Optional.of("external"))
                        .with(ColumnProperty.COMPRESSION, Optional.of("pglz")));
        OperationLaws.of(leaving(ColumnProperty.STORAGE))
                .given(SCHEMA, new Extension("hstore", Optional.of("trading")), t)
                .needing("hstore")
                .hold();
        assertThat(leaving(ColumnProperty.STORAGE)
                        .statements(Database.holding(new Environment(150000, Map.of()), List.of(SCHEMA, t))))
                .hasToString("""
                        [do $$
                        begin
                            execute (select 'alter table trading.t alter column note set storage ' || case t.typstorage when 'p' then 'plain' \
                        when 'e' then 'external' when 'x' then 'extended' when 'm' then 'main' end
                                from pg_attribute a join pg_type t on t.oid = a.atttypid
                                where a.attrelid = 'trading.t'::regclass and a.attname = 'note');
                        end
                        $$]""");
    }

    @Test
    void the_default_of_such_a_type_comes_back_under_a_view() {
        OperationLaws.of(leaving(ColumnProperty.STORAGE))
                .given(
                        SCHEMA,
                        new Extension("hstore", Optional.of("trading")),
                        table(
                                "t",
                                column("note", "trading.hstore").with(ColumnProperty.STORAGE, Optional.of("external"))),
                        view("v", "select note from trading.t"))
                .needing("hstore")
                .hold();
    }

    @Test
    void the_storage_of_the_type_is_none_of_its_own() {
        assertThat(NOTE.with(ColumnProperty.STORAGE, Optional.of("extended"))).isEqualTo(NOTE);
    }

    @Test
    void its_sql_depends_on_the_server() {
        Database newest = Database.empty().plus(SCHEMA).plus(table("t", NOTE));
        Database old = Database.holding(
                new Environment(150000, Map.of()), newest.objects().toList());

        assertThat(setting(ColumnProperty.STORAGE, "external").statements(old))
                .hasToString("[alter table trading.t alter column note set storage external]");
        assertThat(leaving(ColumnProperty.STORAGE).statements(newest))
                .hasToString("[alter table trading.t alter column note set storage default]");
        assertThat(leaving(ColumnProperty.STORAGE).statements(old))
                .hasToString("[alter table trading.t alter column note set storage extended]");
        assertThat(setting(ColumnProperty.N_DISTINCT, "-0.5").statements(old))
                .hasToString("[alter table trading.t alter column note set (n_distinct = -0.5)]");
        assertThat(leaving(ColumnProperty.N_DISTINCT).statements(old))
                .hasToString("[alter table trading.t alter column note reset (n_distinct)]");
    }

    @Test
    void what_the_type_cannot_have_is_refused() {
        laws(setting(ColumnProperty.STORAGE, "external"), column("note", "integer"))
                .areRefusedWith(
                        "Column \"note\" of table trading.t cannot have the storage external: values of type integer are"
                                + " never long, and are stored plain.");
        laws(setting(ColumnProperty.COMPRESSION, "lz4"), column("note", "integer"))
                .areRefusedWith(
                        "Column \"note\" of table trading.t cannot have the compression lz4: values of type integer are"
                                + " never long, and are not compressed.");
    }

    @Test
    void statistics_of_a_virtual_column_are_refused() {
        OperationLaws.of(setting(ColumnProperty.STATISTICS, "5"))
                .given(SCHEMA, table("t", column("a", "text"), virtual("note", "text", "a || 'x'")))
                .since(18)
                .areRefusedWith(
                        "Column \"note\" of table trading.t cannot have the statistics 5: nothing is stored of a"
                                + " virtual column.");
    }

    @ParameterizedTest
    @CsvSource({"STORAGE, inline", "COMPRESSION, zip", "STATISTICS, 10001", "STATISTICS, -1", "N_DISTINCT, -2"})
    void a_value_that_it_never_has_is_refused(ColumnProperty property, String value) {
        assertThatThrownBy(() -> NOTE.with(property, Optional.of(value)))
                .hasMessage("The " + property.word() + " of a column cannot be \"" + value + "\".");
    }
}

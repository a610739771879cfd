package dev.varve.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.sql.QualifiedName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryDatabaseTest {

    @TempDir
    Path folder;

    private Map<String, String> generated(String database, String schema) {
        return new GeneratedCode(folder).fromHistory(database, schema).texts();
    }

    @Test
    void the_code_has_the_comments_defaults_and_conditions_of_the_revisions() {
        Map<String, String> code = generated("shop", "shop");

        assertThat(code.get("generated/enums/Side.java")).contains(" * Which way an order goes");
        assertThat(code.get("generated/tables/Accounts.java")).contains(" * Who trades");
        assertThat(code.get("generated/tables/OpenOrders.java")).contains(" * What is not done");
        assertThat(code.get("generated/tables/Orders.java"))
                .contains(
                        "The column <code>shop.orders.note</code>. In their words",
                        "DSL.field(DSL.raw(\"'BUY'\"), SQLDataType.VARCHAR)",
                        "DSL.name(\"note_or_price\"), \"((note <> '' or price > 10))\", true)");
        assertThat(code.get("generated/Domains.java")).contains("\"CHECK (value > 0)\"");
    }

    @Test
    void sequences_of_columns_are_left_out_unless_they_are_asked_for() {
        String numbers =
                "Internal.createSequence(\"orders_id_seq\", Shop.SHOP, SQLDataType.INTEGER.nullable(false), null,";

        assertThat(generated("shop", "shop").get("generated/Sequences.java"))
                .contains("\"tickets\"")
                .doesNotContain("_id_seq");
        assertThat(new GeneratedCode(folder)
                        .fromHistory("shop", "shop", new org.jooq.meta.jaxb.Database().withIncludeSystemSequences(true))
                        .texts()
                        .get("generated/Sequences.java"))
                .contains(numbers, "\"accounts_id_seq\"");
    }

    @Test
    void what_the_code_cannot_say_is_said() {
        HistoryDatabase database = new HistoryDatabase();
        database.setProperties(properties("database", "odd", "packages", "dev.varve.jooq"));

        assertThat(database.unsaid())
                .containsExactly(
                        "Whatever revision 0001 makes by SQL is left out: create table hidden (id integer)",
                        "The view public.dark is left out, because its query cannot be read without a server: "
                                + "Unexpected content after end of query input: [1:41] select id from public.rooms tablesample [*]system (5)",
                        "The types of columns of view public.deep cannot be told without a server: only, a. Cast them in the query,"
                                + " or give them a forcedType.",
                        "Columns of view public.deep are left out, because their names cannot be told without a server: 3."
                                + " Name them in the query by \"as\".",
                        "The types of columns of view public.numbers cannot be told without a server: most. Cast them in"
                                + " the query, or give them a forcedType.",
                        "The index public.rooms_by_note is left out: jOOQ knows indexes over columns, without expressions"
                                + " and further columns.",
                        "Constraint \"to_index\" of table public.guests is left out: it references a unique index, and jOOQ"
                                + " knows foreign keys to keys.",
                        "Constraint \"rooms_taken\" of table public.rooms is left out: jOOQ knows no exclusion constraints.",
                        "Left out, because jOOQ has no word for them: policy (1).");
    }

    @Test
    void what_a_type_is_unknown_of_is_an_object_and_deprecated() {
        assertThat(generated("odd", "public").get("generated/tables/Numbers.java"))
                .contains("Unknown data type", "TableField<NumbersRecord, Object> MOST")
                .contains("TableField<NumbersRecord, Integer> ID");
    }

    @Test
    void a_database_that_no_revision_names_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> settings("database", "shopp", "packages", "dev.varve.jooq")
                        .replay())
                .hasMessage("There is no revision of \"shopp\" in dev.varve.jooq; there are some of newest, odd, shop."
                        + " Did you mean \"shop\"? Revisions have to be compiled before: run the generator after them, or in"
                        + " a module that depends on theirs.");
    }

    @Test
    void the_database_has_to_be_named() {
        assertThatThrownBy(() -> settings("packages", "dev.varve.jooq"))
                .hasMessageStartingWith("The generator does not know of which database. Say it as a property:");
    }

    @Test
    void a_convention_for_names_is_a_class() {
        Database state = settings(
                        "database", "newest", "packages", "dev.varve.jooq", "namingConvention", Loud.class.getName())
                .replay()
                .state();

        assertThat(state.objects(Index.class).map(index -> index.name().name())).containsExactly("LOUD");
        assertThatThrownBy(() -> settings("database", "newest", "namingConvention", "java.lang.String"))
                .hasMessageStartingWith("The property namingConvention is \"java.lang.String\"; it is the name of a");
    }

    /** Calls everything the same. */
    public static final class Loud implements NamingConvention {
        @Override
        public String name(Kind kind, QualifiedName table, List<String> parts) {
            return "LOUD";
        }
    }

    @Test
    void a_version_is_a_number() {
        assertThatThrownBy(() -> settings("database", "shop", "serverVersion", "latest"))
                .hasMessage(
                        "The property serverVersion is \"latest\"; it is a major version of PostgreSQL, such as 15.");
    }

    @Test
    void what_a_version_of_the_server_cannot_have_is_refused() {
        assertThat(settings("database", "newest", "packages", "dev.varve.jooq", "serverVersion", "18")
                        .replay()
                        .state()
                        .size())
                .isEqualTo(2);
        assertThatThrownBy(() -> settings("database", "newest", "packages", "dev.varve.jooq", "serverVersion", "15")
                        .replay())
                .hasMessageContaining("virtual");
    }

    private static HistorySettings settings(String... keysAndValues) {
        return HistorySettings.of(properties(keysAndValues));
    }

    private static Properties properties(String... keysAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }
}

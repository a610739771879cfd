package dev.varve.execute;

import static dev.varve.dsl.Postgres.conversion;
import static dev.varve.dsl.Postgres.irreversible;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.introspect.CatalogException;
import dev.varve.introspect.Introspector;
import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.revision.Revision;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Databases that keep text otherwise than in UTF-8. */
class EncodingTest {

    @Revision(id = "0001", database = "shop")
    static final class CreateOrders implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(table("aufträge")
                    .column("größe", integer().primaryKey())
                    .column("maß", text().comment("in Fuß"))
                    .check("nicht_öde", "maß <> 'öde'"));
        }
    }

    @Revision(id = "0002", database = "shop", dependsOn = CreateOrders.class)
    static final class AddPrice implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(table("aufträge")).addColumn("preis", integer());
            changes.comment(table("aufträge"), "Preise in €");
        }
    }

    @Revision(id = "0002", database = "shop", dependsOn = CreateOrders.class)
    static final class ChangeRows implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("update public.\"aufträge\" set \"maß\" = '€'", irreversible("nobody knows what it was"));
        }
    }

    @Revision(id = "0001", database = "shop")
    static final class ConvertFromKlingon implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(conversion("convert").between("KLINGON", "UTF8").with("pg_catalog", "utf8_to_iso8859_1"));
        }
    }

    private static Migrator migrator(TestDatabase database, List<Class<? extends Migration>> migrations) {
        return Migrator.builder()
                .database("shop", database.dataSource())
                .migrations(migrations)
                .build();
    }

    private static Database read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Introspector.create().read(connection).database();
        }
    }

    @Test
    void letters_that_the_encoding_has_come_and_go() {
        for (TestServer server : TestServers.all()) {
            try (TestDatabase database = server.createIn("LATIN1")) {
                Migrator migrator = migrator(database, List.of(CreateOrders.class));

                migrator.upgrade();

                assertThat(migrator.check("shop").findings())
                        .as(server.description())
                        .isEmpty();
                assertThat(migrator.check("shop").unreadable()).isEmpty();
            }
        }
    }

    @Test
    void names_are_read_in_the_encoding_of_the_database() throws SQLException {
        try (TestDatabase database = TestServers.postgres().createIn("EUC_JP")) {
            database.execute("create table \"日記\" (\"年\" integer, check (\"年\" > 0))");

            assertThat(read(database)
                            .get(Table.id(QualifiedName.of("public", "日記")))
                            .columns())
                    .extracting(Column::name)
                    .containsExactly("年");
        }
    }

    @Test
    void a_letter_that_the_encoding_lacks_is_refused_before_anything_runs() {
        try (TestDatabase database = TestServers.postgres().createIn("LATIN1")) {
            Migrator migrator = migrator(database, List.of(CreateOrders.class, AddPrice.class));

            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(RefusedException.class)
                    .hasMessage(
                            "It is not possible to comment on table public.aufträge: the database keeps text in LATIN1, which"
                                    + " has no \"€\". Write it in other letters, or restore a dump of the database into one with the"
                                    + " encoding UTF8.");

            assertThat(migrator.compare("shop").live().size()).isZero();
        }
    }

    @Test
    void a_letter_in_raw_sql_is_refused_like_any_other() {
        try (TestDatabase database = TestServers.postgres().createIn("LATIN1")) {
            assertThatThrownBy(migrator(database, List.of(CreateOrders.class, ChangeRows.class))::upgrade)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("the database keeps text in LATIN1, which has no \"€\"");
        }
    }

    @Test
    void everything_can_be_written_where_no_encoding_is_said() {
        try (TestDatabase database = TestServers.postgres().createIn("SQL_ASCII")) {
            Migrator migrator = migrator(database, List.of(CreateOrders.class, AddPrice.class));

            migrator.upgrade();

            assertThat(migrator.check("shop").findings()).isEmpty();
        }
    }

    @Test
    void an_encoding_that_the_server_does_not_know_is_refused_before_anything_runs() {
        try (TestDatabase database = TestServers.postgres().create()) {
            assertThatThrownBy(migrator(database, List.of(ConvertFromKlingon.class))::upgrade)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith(
                            "It is not possible to create conversion public.convert: the server knows no encoding"
                                    + " \"KLINGON\" that it could convert.");
        }
    }

    @Test
    void a_name_that_is_no_text_is_told_from_other_failures() {
        try (TestDatabase database = TestServers.postgres().createIn("SQL_ASCII")) {
            database.execute("""
                    do $$ begin
                        execute 'create table "' || convert_from('\\xe4'::bytea, 'SQL_ASCII') || '" (id integer)';
                    end $$
                    """);

            assertThatThrownBy(() -> read(database))
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining(
                            "is no text in UTF-8, which a database of the encoding SQL_ASCII takes all the same");
        }
    }
}

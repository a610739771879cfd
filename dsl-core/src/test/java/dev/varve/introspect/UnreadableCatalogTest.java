package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.ForeignOptions;
import dev.varve.model.ForeignServer;
import dev.varve.model.Table;
import dev.varve.model.UserMapping;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnreadableCatalogTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(
            TestServers::postgres,
            "create type odd",
            "create function odd_in(cstring) returns odd language internal immutable strict as 'textin'",
            "create function odd_out(odd) returns cstring language internal immutable strict as 'textout'",
            "create type odd (input = odd_in, output = odd_out, like = text)",
            "create table things (what odd)",
            """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'varve_nobody') then create role varve_nobody; end if;
            end $$
            """);

    @Test
    void a_catalog_that_the_role_may_not_read_is_named() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("revoke select on pg_catalog.pg_attrdef from public");
            statement.execute("set role varve_nobody");

            assertThatThrownBy(() -> Introspector.create().read(connection))
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("permission denied for table pg_attrdef")
                    .hasMessageContaining("Connect as a role that may read it, or let this one: grant select on it.");
        }
    }

    /** PostgreSQL shows such a mapping as if it had no options. */
    @Test
    void mappings_whose_options_are_hidden_are_named() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create foreign data wrapper far; create server there foreign data wrapper far");
            statement.execute("create user mapping for public server there options (user 'ann')");
            statement.execute("create user mapping for varve_nobody server there options (user 'bob')");
            statement.execute("grant usage on foreign server there to varve_nobody");
            statement.execute("set role varve_nobody");

            Introspection read = Introspector.create().read(connection);

            assertThat(read.unreadable())
                    .containsExactly(
                            "user mapping there for public, whose options only the user and the owner of the server can read");
            assertThat(read.database().objects(UserMapping.class))
                    .containsExactly(new UserMapping(
                            ForeignServer.id("there"),
                            "varve_nobody",
                            new ForeignOptions(new TreeMap<>(Map.of("user", "bob")))));
        }
    }

    @Test
    void a_type_that_the_library_does_not_know_is_kept_by_its_name() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            Introspection read = Introspector.create().read(connection);

            assertThat(read.unreadable()).isEmpty();
            assertThat(read.database()
                            .get(Table.id(QualifiedName.of("public", "things")))
                            .column("what")
                            .type())
                    .hasToString("public.odd");
        }
    }
}

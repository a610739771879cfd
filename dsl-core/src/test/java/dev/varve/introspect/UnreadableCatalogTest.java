package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

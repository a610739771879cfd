package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.TypeName;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The spelling of types, held against what a server prints of them. */
class TypeSpellingTest {

    private static final String TYPES = """
            select quote_ident(n.nspname) || '.' || quote_ident(t.typname) as declared, format_type(t.oid, -1) as printed
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where n.nspname = 'pg_catalog' or t.typname !~ '^_'
            union all
            select quote_ident(t.typname), format_type(t.oid, -1) from pg_type t
            where t.typnamespace = 'pg_catalog'::regnamespace
            union all
            select format_type(t.oid, -1) || '[]', format_type(t.typarray, -1) from pg_type t where t.typarray <> 0
            """;

    private static final List<String> DECLARED = List.of(
            "varchar(20)",
            "CHARACTER VARYING ( 20 )",
            "national character varying(3)",
            "nchar(3)",
            "char",
            "character",
            "\"char\"",
            "pg_catalog.char",
            "bpchar",
            "bpchar(3)",
            "\"varchar\"(3)",
            "pg_catalog.varchar(3)",
            "name",
            "bit",
            "bit(3)",
            "pg_catalog.bit",
            "pg_catalog.bit(3)",
            "bit varying",
            "bit varying(3)",
            "varbit(3)",
            "numeric",
            "dec(5)",
            "numeric(3, 1)",
            "numeric(3,-2)",
            "numeric(2, 5)",
            "float(3)",
            "float(53)",
            "time(3)",
            "time with time zone",
            "time (3) with time zone",
            "timetz(3)",
            "timestamp(0)",
            "timestamp(3) without time zone",
            "timestamptz(3)",
            "timestamp  with  time  zone",
            "pg_catalog.timestamptz(6)",
            "interval",
            "interval(3)",
            "interval year",
            "interval year to month",
            "interval day to hour",
            "interval second (3)",
            "INTERVAL DAY TO SECOND (3)",
            "interval hour to second(6)",
            "int4range",
            "int8multirange",
            "money",
            "xml",
            "regclass",
            "pg_catalog.pg_lsn",
            "integer array",
            "integer array[3]",
            "int[3][4]",
            "numeric(3, 1)[]",
            "interval day to second(3)[]",
            "timestamp(3) with time zone[]",
            "_int4",
            "odd.\"my type\"",
            "odd.\"my type\"[]",
            "odd.\"char\"",
            "odd.\"a.b (c)\"",
            "\"Odd one\".\"q\"\"q\"",
            "ODD.Plain",
            "odd . plain",
            "odd.\"order\"",
            "odd.t",
            "odd._u");

    static Stream<TestServer> servers() {
        return TestServers.all().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void every_type_of_a_server_has_one_spelling(TestServer server) throws SQLException {
        try (TestDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ''");
            List<String> wrong = new ArrayList<>();
            try (ResultSet types = statement.executeQuery(TYPES)) {
                while (types.next()) {
                    compare(types.getString("declared"), types.getString("printed"), wrong);
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_declared_type_is_the_one_that_the_server_prints(TestServer server) throws SQLException {
        try (TestDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ''");
            for (String sql : List.of(
                    "create schema odd",
                    "create schema \"Odd one\"",
                    "create type odd.\"my type\" as enum ('a')",
                    "create type odd.\"char\" as enum ('a')",
                    "create type odd.\"a.b (c)\" as enum ('a')",
                    "create type \"Odd one\".\"q\"\"q\" as enum ('a')",
                    "create type odd.plain as enum ('a')",
                    "create type odd.\"order\" as enum ('a')",
                    "create type odd._u as enum ('a')",
                    "create table odd.t (a integer)")) {
                statement.execute(sql);
            }
            List<String> wrong = new ArrayList<>();
            for (String declared : DECLARED) {
                String printed = printed(declared, statement);
                compare(declared, printed, wrong);
                compare(
                        TypeName.of(declared).sql(),
                        printed(TypeName.of(declared).sql(), statement),
                        wrong);
                compare(printed, printed(TypeName.of(declared).sql(), statement), wrong);
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static String printed(String declared, Statement statement) throws SQLException {
        statement.execute("create table odd.probe (c " + declared + ")");
        try (ResultSet type = statement.executeQuery(
                "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'odd.probe'::regclass and attnum = 1")) {
            type.next();
            return type.getString(1);
        } finally {
            statement.execute("drop table odd.probe");
        }
    }

    private static void compare(String declared, String printed, List<String> wrong) {
        TypeName type = TypeName.of(printed);
        if (!TypeName.of(declared).equals(type) || !TypeName.of(type.sql()).equals(type)) {
            wrong.add(declared + " is " + TypeName.of(declared) + ", but " + printed + " is " + type);
        }
    }
}

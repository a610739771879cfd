package dev.varve.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.TypeName;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From every type to every other one a server knows a way, which is written where it does not find it by itself. */
class ConversionTest {

    private static final List<TypeName> TYPES = Stream.of(
                    "text",
                    "varchar(20)",
                    "char(3)",
                    "name",
                    "smallint",
                    "integer",
                    "bigint",
                    "numeric(12, 2)",
                    "real",
                    "double precision",
                    "money",
                    "boolean",
                    "date",
                    "time",
                    "timetz",
                    "timestamp",
                    "timestamptz",
                    "interval",
                    "json",
                    "jsonb",
                    "uuid",
                    "bytea")
            .map(TypeName::of)
            .flatMap(type -> Stream.of(type, type.arrayOf(true)))
            .toList();

    static List<TestServer> servers() {
        return TestServers.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void every_type_becomes_every_other_one(TestServer server) throws SQLException {
        List<String> refused = new ArrayList<>();
        try (TestDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (TypeName from : TYPES) {
                for (TypeName to : TYPES) {
                    refused.addAll(refusal(from, to, statement));
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private static List<String> refusal(TypeName from, TypeName to, Statement statement) throws SQLException {
        String using = Conversion.between(from, to)
                .map(conversion -> " using " + conversion.of("c").text())
                .orElse("");
        statement.execute("create table t (c " + from.sql() + ")");
        try {
            statement.execute("alter table t alter column c type " + to.sql() + using);
            return List.of();
        } catch (SQLException e) {
            return List.of(from + " to " + to + using + ": " + e.getMessage());
        } finally {
            statement.execute("drop table t");
        }
    }
}

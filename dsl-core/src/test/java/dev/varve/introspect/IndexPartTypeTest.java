package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.diff.Finding;
import dev.varve.diff.Findings;
import dev.varve.model.Database;
import dev.varve.model.IndexPart;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Partitions have parts of the indexes of their tables, whose names PostgreSQL chooses, or somebody else. */
class IndexPartTypeTest {

    private static final String[] PARTED = {
        "create table parted (a integer, b text, primary key (a)) partition by list (a)",
        "create table parted_1 partition of parted for values in (1)",
        "create index by_b on parted (lower(b))",
        "create index by_a on parted (a)",
        "create unique index by_a_too on parted (a)",
        "create table parted_2 partition of parted for values in (2)",
    };

    static Stream<TestServer> servers() {
        return TestServers.all().stream();
    }

    private static Database read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Introspection read = Introspector.create().read(connection);
            assertThat(read.unreadable()).isEmpty();
            return read.database();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_postgres_would_choose_is_not_said_unless_the_order_decides(TestServer server) throws SQLException {
        try (TestDatabase database = server.create()) {
            database.execute(PARTED);

            assertThat(read(database).objects(IndexPart.class).map(part -> part.id() + " " + part.name()))
                    .containsExactly(
                            "index part public.parted_1.by_a parted_1_a_idx",
                            "index part public.parted_1.by_a_too parted_1_a_idx1",
                            "index part public.parted_2.by_a parted_2_a_idx",
                            "index part public.parted_2.by_a_too parted_2_a_idx1");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_has_no_words_is_reported(TestServer server) throws SQLException {
        try (TestDatabase database = server.create();
                Connection connection = database.connect()) {
            database.execute(PARTED);
            database.execute(
                    "alter index parted_1_pkey set (fillfactor = 50)",
                    "create index half on only parted (b)",
                    "create index half_1 on parted_1 (b)",
                    "alter index half attach partition half_1");

            Introspection read = Introspector.create().read(connection);

            assertThat(read.unreadable())
                    .containsExactlyInAnyOrder(
                            "invalid index public.half",
                            "storage parameters of index public.parted_1_pkey, the part of index public.parted_pkey in"
                                    + " partition public.parted_1");
            assertThat(read.database().objects(IndexPart.class))
                    .extracting(IndexPart::name)
                    .doesNotContain("half_1");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_name_that_postgres_cannot_have_chosen_is_a_difference(TestServer server) throws SQLException {
        try (TestDatabase database = server.create()) {
            database.execute(PARTED);
            Database before = read(database);

            database.execute(
                    "alter index parted_1_pkey rename to one_key",
                    "alter index parted_1_lower_idx rename to \"B of one\"",
                    "alter table parted_2 rename to parted_two");
            Database after = read(database);

            assertThat(after.objects(IndexPart.class).map(IndexPart::name))
                    .contains("B of one", "parted_2_pkey", "parted_2_lower_idx");
            assertThat(Findings.between(before, after).all())
                    .extracting(Finding::what)
                    .contains("index part public.parted_1.by_b is not in the history")
                    .noneMatch(text -> text.contains("parted_two."));
            assertThat(Difference.between(after, after).isEmpty()).isTrue();
        }
    }
}

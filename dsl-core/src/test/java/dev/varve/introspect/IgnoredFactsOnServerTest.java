package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.diff.Scope;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is ignored is ignored wherever it is said: of a partition, an index, a materialized view, a constraint. */
class IgnoredFactsOnServerTest {

    private static final String[] BEFORE = {
        "create table trades (at date not null, note text, constraint noted check (note <> '')) partition by range (at)",
        "create table trades_1 partition of trades for values from ('2024-01-01') to ('2025-01-01')",
        "create index trades_note on trades (note)",
        "create index trades_1_at on trades_1 (at)",
        "create table plain (a integer)",
        "create index plain_a on plain (a)",
        "alter table plain add constraint key_a unique (a)",
        "create materialized view sums as select a from plain"
    };

    private static final String[] CHANGES = {
        "alter table trades_1 set (fillfactor = 50)",
        "alter table trades_1 alter column note set statistics 7",
        "alter index trades_1_at set (fillfactor = 50)",
        "alter index plain_a set (fillfactor = 50)",
        "alter materialized view sums set (fillfactor = 50)",
        "alter table plain set (fillfactor = 50)",
        "comment on table trades_1 is 'x'",
        "comment on column trades_1.note is 'x'",
        "comment on index trades_1_at is 'x'",
        "comment on constraint noted on trades is 'x'",
        "comment on index key_a is 'x'",
        "alter table trades_1 add constraint own check (note <> 'x')",
        "comment on constraint own on trades_1 is 'x'"
    };

    private static Database read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Introspector.create().read(connection).database();
        }
    }

    @Test
    void facts_about_partitions_and_indexes_are_ignored() throws SQLException {
        for (TestServer server : TestServers.all()) {
            try (TestDatabase database = server.create()) {
                database.execute(BEFORE);
                Database before = read(database);
                database.execute(CHANGES);
                Database after = read(database);
                Scope scope = Scope.EVERYTHING.ignoring("storage parameters", "column statistics", "comment");

                assertThat(Difference.between(before, scope.of(after, before)).operations())
                        .extracting(Operation::description)
                        .as(server.description())
                        .containsExactly("create partition constraint public.trades_1.own");
                assertThat(Difference.between(after, scope.of(before, after)).operations())
                        .extracting(Operation::description)
                        .containsExactly("drop partition constraint public.trades_1.own");
                assertThat(Difference.between(
                                        before,
                                        Scope.EVERYTHING.ignoring("comment").of(after, before))
                                .operations())
                        .hasSize(7);
            }
        }
    }
}

package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.diff.Renamings;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is the same as something else but for its name is another thing. */
class TwinsTest {

    private static final String[] TWINS = {
        "create table places (a integer, b integer, constraint u1 unique (a, b), constraint u3 unique (b, a))",
        "alter table places add constraint u2 unique (a, b)",
        """
        create table trades (id integer primary key, a integer, b integer,
            constraint c1 check (a > 0), constraint c2 check (a > 0),
            constraint f1 foreign key (a, b) references places (a, b), constraint f2 foreign key (a, b) references places (a, b),
            constraint x1 exclude using btree (a with =))
        """,
        "alter table trades add constraint k1 unique (id), add constraint x2 exclude using btree (a with =)",
        "create index i1 on trades (a) where b > 0",
        "create index i2 on trades (a) where b > 0",
        "create policy p1 on trades using (a > 0)",
        "create policy p2 on trades using (a > 0)",
        "create domain price as integer constraint d1 check (value > 0) constraint d2 check (value > 0)",
        "create statistics s1 on a, b from trades",
        "create statistics s2 on a, b from trades",
        "create rule r1 as on update to trades do also select 1",
        "create rule r2 as on update to trades do also select 1",
        "create table parts (a integer, b integer, constraint pu1 unique (a)) partition by list (a)",
        "alter table parts add constraint pu2 unique (a)",
        "create table parts_1 partition of parts for values in (1)",
        "create index pi1 on parts (b)",
        "create index pi2 on parts (b)"
    };

    /** One of each pair goes; keys that something may lean on are the second ones. */
    private static final String[] FEWER = {
        "alter table trades drop constraint c2, drop constraint f2, drop constraint x2, drop constraint k1",
        "alter table places drop constraint u2",
        "drop index i2",
        "drop policy p2 on trades",
        "alter domain price drop constraint d2",
        "drop statistics s2",
        "drop rule r2 on trades",
        "alter table parts drop constraint pu2",
        "drop index pi2"
    };

    private static Database read(Connection connection) {
        return Introspector.create().read(connection).database();
    }

    private static void run(List<Operation> operations, Database before, TestDatabase database) {
        Database state = before;
        for (Operation operation : operations) {
            operation
                    .statements(state)
                    .forEach(statement -> database.execute(statement.sql().text()));
            state = operation.after(state);
        }
    }

    @Test
    void both_are_kept_and_each_goes_and_comes_alone() throws SQLException {
        for (TestServer server : TestServers.all()) {
            try (TestDatabase one = server.create();
                    TestDatabase other = server.create();
                    Connection live = one.connect();
                    Connection copied = other.connect()) {
                one.execute(TWINS);
                Database both = read(live);
                run(Difference.between(read(copied), both).operations(), read(copied), other);
                assertThat(other.dump()).isEqualTo(one.dump());

                one.execute(FEWER);
                Database fewer = read(live);
                assertThat(new Renamings(both, fewer).candidates()).isEmpty();
                run(Difference.between(both, fewer).operations(), both, other);
                assertThat(other.dump()).isEqualTo(one.dump());

                run(Difference.between(fewer, both).operations(), fewer, other);
                assertThat(read(copied)).isEqualTo(both);
            }
        }
    }

    @Test
    void a_twin_of_another_name_is_renamed() throws SQLException {
        try (TestDatabase database = TestServers.postgres().create();
                Connection connection = database.connect()) {
            database.execute(TWINS);
            Database before = read(connection);
            database.execute(
                    "alter table trades rename constraint c2 to c3",
                    "alter table trades rename constraint f2 to f3",
                    "alter table places rename constraint u2 to u4",
                    "alter index i2 rename to i3");
            Database after = read(connection);

            assertThat(Difference.between(before, after).operations())
                    .extracting(Operation::description)
                    .containsExactlyInAnyOrder(
                            "rename constraint c2 of public.trades to c3",
                            "rename constraint f2 of public.trades to f3",
                            "rename constraint u2 of public.places to u4",
                            "rename index public.i2 to i3");
        }
    }
}

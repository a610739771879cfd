package dev.varve.benchmark;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainTable;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.sql.Statement;
import dev.varve.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Tables of five columns each, with what tables have: a key, a default, a check and an index. */
public final class BigSchema {

    private BigSchema() {}

    /** The operations that create so many tables. */
    public static List<Operation> operations(int tables) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(schema("big"));
        for (int i = 0; i < tables; i++) {
            changes.create(numbered(i));
        }
        return changes.operations();
    }

    private static PlainTable numbered(int number) {
        return table("table_" + number)
                .inSchema("big")
                .column("id", bigint().identity().primaryKey())
                .column("name", text().notNull())
                .column("price", numeric(18, 8).notNull().check("price > 0"))
                .column("note", text().defaultTo("none"))
                .column("made_at", timestamptz().notNull().defaultTo(sql("now()")))
                .index("name");
    }

    /** The state after operations. */
    public static Database state(List<Operation> operations) {
        return Operation.afterAll(operations, Database.empty());
    }

    /** Runs operations in an empty database. */
    public static void create(List<Operation> operations, TestDatabase database) throws SQLException {
        Database state = Database.empty();
        try (Connection connection = database.connect();
                java.sql.Statement run = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Operation operation : operations) {
                for (Statement statement : operation.statements(state)) {
                    run.execute(statement.sql().text());
                }
                state = operation.after(state);
            }
            connection.commit();
            connection.setAutoCommit(true);
            run.execute("vacuum analyze"); // as in a database that has been there for a while
        }
    }
}

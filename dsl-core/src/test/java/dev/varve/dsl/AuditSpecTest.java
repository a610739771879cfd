package dev.varve.dsl;

import static dev.varve.dsl.Postgres.audit;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.plan.Inverse;
import dev.varve.sql.Statement;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditSpecTest {

    private static final PlainTable ACCOUNTS = table("accounts").inSchema("trading");

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    private static List<Operation> accountsWith(AuditSpec audit) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(
                schema("trading"),
                ACCOUNTS.column("id", bigint().primaryKey())
                        .column("balance", money(18, 2).notNull())
                        .column("pin", text())
                        .timestamps(),
                audit);
        return changes.operations();
    }

    private static void run(List<Operation> operations, Database start) {
        Database state = start;
        for (Operation operation : operations) {
            operation.statements(state).stream().map(Statement::toString).forEach(DATABASE.get()::execute);
            state = operation.after(state);
        }
    }

    private static List<String> trail(String columns) throws SQLException {
        try (Connection connection = DATABASE.connect();
                java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select concat_ws(' ', " + columns + ") from trading.accounts_audit order by id")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    @Test
    void every_change_leaves_the_row_before_and_after() throws SQLException {
        run(accountsWith(audit(ACCOUNTS)), Database.empty());

        DATABASE.get()
                .execute(
                        "insert into trading.accounts (id, balance) values (1, 10)",
                        "update trading.accounts set balance = 20",
                        "delete from trading.accounts",
                        "truncate trading.accounts");

        assertThat(trail("operation, old_row ->> 'balance', '->', new_row ->> 'balance'"))
                .containsExactly("INSERT -> 10.00", "UPDATE 10.00 -> 20.00", "DELETE 20.00 ->", "TRUNCATE ->");
    }

    @Test
    void the_trail_says_who_and_in_which_transaction() throws SQLException {
        run(accountsWith(audit(ACCOUNTS)), Database.empty());

        DATABASE.get()
                .execute("begin; select set_config('varve.actor', 'ada', true);"
                        + " insert into trading.accounts (id, balance) values (1, 10), (2, 20); commit");

        assertThat(trail("actor, database_user = session_user")).containsExactly("ada t", "ada t");
        assertThat(trail("transaction_id"))
                .hasSize(2)
                .containsOnly(trail("transaction_id").get(0));
    }

    @Test
    void masked_columns_say_only_that_they_changed_and_excluded_ones_nothing() throws SQLException {
        run(accountsWith(audit(ACCOUNTS).masking("pin").excluding("updated_at", "balance")), Database.empty());

        DATABASE.get()
                .execute(
                        "insert into trading.accounts (id, balance, pin) values (1, 10, '1234')",
                        "update trading.accounts set balance = 20",
                        "update trading.accounts set pin = '4321'");

        assertThat(trail("operation, old_row ->> 'pin', new_row ->> 'pin', new_row ? 'balance'"))
                .containsExactly("INSERT *** f", "UPDATE *** *** f");
    }

    @Test
    void the_time_of_the_last_change_is_kept() throws SQLException {
        run(accountsWith(audit(ACCOUNTS)), Database.empty());

        DATABASE.get()
                .execute(
                        "insert into trading.accounts (id, balance, updated_at) values (1, 10, '2000-01-01')",
                        "update trading.accounts set balance = 20");

        assertThat(trail("new_row ->> 'updated_at' like '2000-01-01%'")).containsExactly("t", "f");
    }

    @Test
    void the_way_back_leaves_nothing_behind() {
        List<Operation> operations = accountsWith(audit(ACCOUNTS));
        String before = DATABASE.get().dump().orElse("");
        run(operations, Database.empty());
        Database after = Operation.afterAll(operations, Database.empty());

        run(Inverse.of(operations, Database.empty()).operations(), after);

        assertThat(DATABASE.get().dump().orElse("")).isEqualTo(before);
    }
}

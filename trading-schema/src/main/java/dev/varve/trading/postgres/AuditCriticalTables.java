package dev.varve.trading.postgres;

import static dev.varve.dsl.Postgres.audit;
import static dev.varve.trading.Trading.ACCOUNTS;
import static dev.varve.trading.Trading.API_KEYS;
import static dev.varve.trading.Trading.BALANCES;
import static dev.varve.trading.Trading.EXECUTIONS;
import static dev.varve.trading.Trading.ORDERS;
import static dev.varve.trading.Trading.POSITIONS;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TRANSFERS;
import static dev.varve.trading.Trading.USERS;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

/** An audit trail of everything that moves money or decides who may. */
@Revision(id = "20250411_0005", database = POSTGRES, dependsOn = CreateTradingTables.class)
public final class AuditCriticalTables implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(audit(USERS).masking("password_hash").excluding("updated_at"));
        changes.create(audit(API_KEYS).masking("key_hash").excluding("updated_at"));
        changes.create(audit(ACCOUNTS).excluding("updated_at"));
        changes.create(audit(ORDERS).excluding("updated_at"));
        changes.create(audit(EXECUTIONS));
        changes.create(audit(POSITIONS).excluding("updated_at"));
        changes.create(audit(BALANCES).excluding("updated_at"));
        changes.create(audit(TRANSFERS));
    }
}

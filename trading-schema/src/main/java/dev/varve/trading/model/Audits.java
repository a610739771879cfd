package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.audit;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.model.Accounts.ACCOUNTS;
import static dev.varve.trading.model.ApiKeys.API_KEYS;
import static dev.varve.trading.model.Balances.BALANCES;
import static dev.varve.trading.model.Executions.EXECUTIONS;
import static dev.varve.trading.model.Orders.ORDERS;
import static dev.varve.trading.model.Positions.POSITIONS;
import static dev.varve.trading.model.Transfers.TRANSFERS;
import static dev.varve.trading.model.Users.USERS;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;

/** The audit trail of everything that moves money or decides who may. */
@Model(database = POSTGRES)
public final class Audits implements SchemaModel {

    /** For the scan of the class path. */
    public Audits() {}

    @Override
    public void declare(Changes schema) {
        schema.create(audit(USERS).masking("password_hash").excluding("updated_at"));
        schema.create(audit(API_KEYS).masking("key_hash").excluding("updated_at"));
        schema.create(audit(ACCOUNTS).excluding("updated_at"));
        schema.create(audit(ORDERS).excluding("updated_at"));
        schema.create(audit(EXECUTIONS));
        schema.create(audit(POSITIONS).excluding("updated_at"));
        schema.create(audit(BALANCES).excluding("updated_at"));
        schema.create(audit(TRANSFERS));
    }
}

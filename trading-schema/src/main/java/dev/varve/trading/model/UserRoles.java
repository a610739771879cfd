package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.AUTH;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.model.Roles.ROLES;
import static dev.varve.trading.model.Users.USERS;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;

/** Who has which role. */
@Model(database = POSTGRES)
public final class UserRoles extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final UserRoles USER_ROLES = new UserRoles();

    /** Who. */
    public final transient TableField<Record, UUID> userId =
            column("user_id", uuid().notNull().references(USERS.id, r -> r.onDelete(CASCADE)));

    /** Which. */
    public final transient TableField<Record, String> role =
            column("role", varchar(40).notNull().references(ROLES.name, r -> r.onDelete(RESTRICT)));

    private UserRoles() {
        super(AUTH, "user_roles");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.primaryKey("user_id", "role").index("role");
    }
}

package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.bool;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.AUTH;
import static dev.varve.trading.Trading.POSTGRES;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;

/** People and machines that log in. */
@Model(database = POSTGRES)
public final class Users extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Users USERS = new Users();

    /** What everything else calls them. */
    public final transient TableField<Record, UUID> id =
            column("id", uuid().primaryKey().defaultTo(sql("gen_random_uuid()")));

    /** Where they are reached. */
    public final transient TableField<Record, String> email =
            column("email", varchar(254).notNull().check("email like '%_@_%'"));

    /** What they are called. */
    public final transient TableField<Record, String> displayName =
            column("display_name", varchar(100).notNull());

    /** What tells that they know their password. */
    public final transient TableField<Record, String> passwordHash =
            column("password_hash", text().notNull().comment("Argon2id, with its parameters and salt."));

    /** Whether they may log in. */
    public final transient TableField<Record, Boolean> active =
            column("active", bool().notNull().defaultTo(true));

    /** When the row came. */
    public final transient TableField<Record, OffsetDateTime> createdAt =
            given("created_at", timestamptz().notNull());

    /** When it changed for the last time. */
    public final transient TableField<Record, OffsetDateTime> updatedAt =
            given("updated_at", timestamptz().notNull());

    private Users() {
        super(AUTH, "users");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.timestamps()
                .index(on(key(sql("lower(email)"))).unique().named("uq_users_email"))
                .comment("People and machines that log in.");
    }
}

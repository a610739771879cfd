package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bytea;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.AUTH;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.model.Users.USERS;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;

/** Keys by which programs of a user log in. */
@Model(database = POSTGRES)
public final class ApiKeys extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final ApiKeys API_KEYS = new ApiKeys();

    /** What it is called. */
    public final transient TableField<Record, UUID> id =
            column("id", uuid().primaryKey().defaultTo(sql("gen_random_uuid()")));

    /** Whose it is. */
    public final transient TableField<Record, UUID> userId =
            column("user_id", uuid().notNull().references(USERS.id, r -> r.onDelete(CASCADE)));

    /** What its user calls it. */
    public final transient TableField<Record, String> name =
            column("name", varchar(100).notNull());

    /** What tells that somebody has the key. */
    public final transient TableField<Record, byte[]> keyHash =
            column("key_hash", bytea().notNull().unique().check("octet_length(key_hash) = 32"));

    /** What may be done with it. */
    public final transient TableField<Record, String[]> scopes =
            column("scopes", arrayOf(text()).notNull().defaultTo(sql("'{}'")));

    /** When it ends by itself. */
    public final transient TableField<Record, OffsetDateTime> expiresAt = column("expires_at", timestamptz());

    /** When it was ended. */
    public final transient TableField<Record, OffsetDateTime> revokedAt = column("revoked_at", timestamptz());

    /** When the row came. */
    public final transient TableField<Record, OffsetDateTime> createdAt =
            given("created_at", timestamptz().notNull());

    /** When it changed for the last time. */
    public final transient TableField<Record, OffsetDateTime> updatedAt =
            given("updated_at", timestamptz().notNull());

    private ApiKeys() {
        super(AUTH, "api_keys");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.timestamps().unique("user_id", "name");
    }
}

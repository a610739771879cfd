package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.inet;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.trading.Trading.AUTH;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.model.Users.USERS;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;

/** Who is logged in. */
@Model(database = POSTGRES)
public final class Sessions extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Sessions SESSIONS = new Sessions();

    /** What it is called. */
    public final transient TableField<Record, UUID> id =
            column("id", uuid().primaryKey().defaultTo(sql("gen_random_uuid()")));

    /** Who. */
    public final transient TableField<Record, UUID> userId =
            column("user_id", uuid().notNull().references(USERS.id, r -> r.onDelete(CASCADE)));

    /** From where. */
    public final transient TableField<Record, InetAddress> address = column("address", inet());

    /** Since when. */
    public final transient TableField<Record, OffsetDateTime> startedAt =
            column("started_at", timestamptz().notNull().defaultTo(sql("now()")));

    /** Until when. */
    public final transient TableField<Record, OffsetDateTime> expiresAt =
            column("expires_at", timestamptz().notNull());

    private Sessions() {
        super(AUTH, "sessions");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.check("ck_sessions_order", "expires_at > started_at")
                .index("user_id")
                .index("expires_at");
    }
}

package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.AUTH;
import static dev.varve.trading.Trading.POSTGRES;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import org.jooq.Record;
import org.jooq.TableField;

/** What users are allowed to do. */
@Model(database = POSTGRES)
public final class Roles extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Roles ROLES = new Roles();

    /** The name. */
    public final transient TableField<Record, String> name =
            column("name", varchar(40).primaryKey());

    /** What it allows. */
    public final transient TableField<Record, String[]> permissions =
            column("permissions", arrayOf(text()).notNull().defaultTo(sql("'{}'")));

    private Roles() {
        super(AUTH, "roles");
    }
}

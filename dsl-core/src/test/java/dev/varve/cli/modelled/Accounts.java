package dev.varve.cli.modelled;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import org.jooq.Record;
import org.jooq.TableField;

/** Who trades. */
@Model(database = "shop")
public final class Accounts extends PlainModel {

    private static final long serialVersionUID = 1L;

    public static final Accounts ACCOUNTS = new Accounts();

    public final transient TableField<Record, Long> id =
            column("id", bigint().identity().primaryKey());
    public final transient TableField<Record, String> owner =
            column("owner", varchar(20).notNull().unique());

    private Accounts() {
        super("trading", "accounts");
    }
}

package dev.varve.trading.model;

import static dev.varve.dsl.Types.smallint;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.REFERENCE;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import org.jooq.Record;
import org.jooq.TableField;

/** What money is counted in. */
@Model(database = POSTGRES)
public final class Currencies extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Currencies CURRENCIES = new Currencies();

    /** The code. */
    public final transient TableField<Record, String> code =
            column("code", varchar(10).primaryKey().check("code = upper(code)"));

    /** The name. */
    public final transient TableField<Record, String> name =
            column("name", varchar(100).notNull());

    /** How many digits follow the point. */
    public final transient TableField<Record, Short> digits =
            column("digits", smallint().notNull().check(digits -> digits.between((short) 0, (short) 18)));

    private Currencies() {
        super(REFERENCE, "currencies");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.comment("ISO 4217 codes and the usual ones of crypto currencies.");
    }
}

package dev.varve.dsl;

import dev.varve.sql.JooqText;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;

/** A change of data as SQL text, its values written out. */
final class DataText {

    private DataText() {}

    static String of(Function<DSLContext, ? extends Query> change) {
        return JooqText.of(change.apply(JooqText.context())).text();
    }
}

package dev.varve.dsl;

import dev.varve.operation.ExecuteSql.StatedReversal;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;

/** How a statement that the library does not understand is taken back, as its author says: there is no third way. */
public record Reversing(StatedReversal stated) {

    /** These statements take it back. */
    static Reversing by(List<String> statements) {
        return new Reversing(new StatedReversal.ReversedBy(statements));
    }

    /** This change of data takes it back. */
    static Reversing by(Function<DSLContext, ? extends Query> change) {
        return by(List.of(DataText.of(change)));
    }
}

package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.QOM;

/**
 * A value that may be given instead of others.
 *
 * @param type nothing where only a server knows
 * @param isOpen whether it is a constant that takes the type of what stands beside it
 */
record Candidate(Optional<TypeName> type, boolean isOpen) {

    static Candidate of(Field<?> field, ResultTypes types) {
        return new Candidate(types.known(field), isOpen(field));
    }

    private static boolean isOpen(Field<?> field) {
        if (field instanceof QOM.FieldAlias<?> alias) {
            return isOpen(alias.$aliased());
        }
        return field instanceof Param<?> constant
                && (constant.getType() == String.class || constant.getValue() == null);
    }
}

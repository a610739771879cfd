package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.Field;

/**
 * How the type of one kind of expressions is found.
 *
 * @param type finds it by the types of what the expression is made of; nothing where only a server knows
 */
record TypeRule<F>(Class<F> kind, BiFunction<F, ResultTypes, Optional<TypeName>> type) {

    /** Expressions that have the same type whatever they are made of. */
    static <F> TypeRule<F> fixed(Class<F> kind, String type) {
        return new TypeRule<>(kind, (field, types) -> Optional.of(TypeName.of(type)));
    }

    Optional<TypeName> of(Field<?> field, ResultTypes types) {
        return kind.isInstance(field) ? type.apply(kind.cast(field), types) : Optional.empty();
    }
}

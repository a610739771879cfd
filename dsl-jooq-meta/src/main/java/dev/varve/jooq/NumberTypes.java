package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.QOM;

/** The types of <a href="https://www.postgresql.org/docs/current/functions-math.html">arithmetic</a>. */
final class NumberTypes {

    /** Exact numbers, each of which becomes one of the next kind beside it. */
    private static final List<String> EXACT = List.of("smallint", "integer", "bigint", "numeric");

    static final List<TypeRule<?>> RULES = List.of(
            new TypeRule<>(QOM.Mul.class, (mul, types) -> operation(mul.$arg1(), mul.$arg2(), types)),
            new TypeRule<>(QOM.Add.class, (add, types) -> operation(add.$arg1(), add.$arg2(), types)),
            new TypeRule<>(QOM.Sub.class, (sub, types) -> operation(sub.$arg1(), sub.$arg2(), types)),
            new TypeRule<>(QOM.Div.class, (div, types) -> operation(div.$arg1(), div.$arg2(), types)),
            new TypeRule<>(QOM.Mod.class, (mod, types) -> operation(mod.$arg1(), mod.$arg2(), types)),
            new TypeRule<>(QOM.Neg.class, (neg, types) -> same(neg.$arg1(), types)),
            new TypeRule<>(QOM.Abs.class, (abs, types) -> same(abs.$arg1(), types)));

    private NumberTypes() {}

    /** Numbers that are not exact are computed with twice their precision, unless both are of one type. */
    private static Optional<TypeName> operation(Object one, Object other, ResultTypes types) {
        Optional<TypeName> left = same(one, types);
        return left.flatMap(first -> same(other, types).map(second -> common(first, second)));
    }

    private static TypeName common(TypeName one, TypeName other) {
        if (one.equals(other)) {
            return one;
        }
        boolean isExact = !one.isFloatingPoint() && !other.isFloatingPoint();
        return TypeName.of(
                isExact
                        ? EXACT.get(Math.max(EXACT.indexOf(one.sql()), EXACT.indexOf(other.sql())))
                        : "double precision");
    }

    /** An operand is but an object here, because the classes of operations say nothing of it. */
    private static Optional<TypeName> same(Object operand, ResultTypes types) {
        return types.based((Field<?>) operand)
                .map(TypeName::unmodified)
                .filter(type -> EXACT.contains(type.sql()) || type.isFloatingPoint());
    }
}

package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The types of <a href="https://www.postgresql.org/docs/current/functions-conditional.html">conditional expressions</a>. */
final class ConditionalTypes {

    static final List<TypeRule<?>> RULES = List.of(
            new TypeRule<>(QOM.Coalesce.class, (coalesce, types) -> common(coalesce.$arg1(), types)),
            new TypeRule<>(QOM.Greatest.class, (greatest, types) -> common(greatest.$arg1(), types)),
            new TypeRule<>(QOM.Least.class, (least, types) -> common(least.$arg1(), types)),
            new TypeRule<>(QOM.Nullif.class, (nullif, types) -> compared(nullif.$value(), nullif.$other(), types)),
            new TypeRule<>(QOM.CaseSearched.class, (of, types) -> common(branches(of.$when(), of.$else()), types)),
            new TypeRule<>(QOM.CaseSimple.class, (of, types) -> common(branches(of.$when(), of.$else()), types)));

    private ConditionalTypes() {}

    /** The values are but an object here, because the classes of expressions say nothing of them. */
    private static Optional<TypeName> common(Object fields, ResultTypes types) {
        return new CommonType(types.domains())
                .of(((Collection<?>) fields)
                        .stream()
                                .map(field -> Candidate.of((Field<?>) field, types))
                                .toList());
    }

    private static List<?> branches(Collection<?> when, @Nullable Field<?> otherwise) {
        List<Object> branches = new ArrayList<>();
        when.forEach(branch -> branches.add(((QOM.Tuple2<?, ?>) branch).$2()));
        if (otherwise != null) {
            branches.add(otherwise);
        }
        return branches;
    }

    /** The first of two values in the form in which it is compared with the second, which is certain if the second becomes what it is. */
    private static Optional<TypeName> compared(Field<?> value, Field<?> other, ResultTypes types) {
        return types.based(value)
                .flatMap(type -> common(List.of(value, other), types)
                        .map(types.domains()::base)
                        .filter(common -> common.unmodified().equals(type.unmodified()))
                        .map(common -> type.isText() ? TypeName.of("text") : type));
    }
}

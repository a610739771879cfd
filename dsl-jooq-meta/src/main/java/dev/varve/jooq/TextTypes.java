package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.QOM;

/**
 * The types of <a href="https://www.postgresql.org/docs/current/functions-string.html">functions of texts</a>. Those of other types have
 * functions of these names that give something else.
 */
final class TextTypes {

    static final List<TypeRule<?>> RULES = List.of(
            new TypeRule<>(QOM.Lower.class, (lower, types) -> ofText("text", lower.$string(), types)),
            new TypeRule<>(QOM.Upper.class, (upper, types) -> ofText("text", upper.$string(), types)),
            new TypeRule<>(QOM.Trim.class, (trim, types) -> ofText("text", trim.$string(), types)),
            new TypeRule<>(QOM.Ltrim.class, (trim, types) -> ofText("text", trim.$string(), types)),
            new TypeRule<>(QOM.Rtrim.class, (trim, types) -> ofText("text", trim.$string(), types)),
            new TypeRule<>(QOM.Left.class, (left, types) -> ofText("text", left.$string(), types)),
            new TypeRule<>(QOM.Right.class, (right, types) -> ofText("text", right.$string(), types)),
            new TypeRule<>(QOM.Replace.class, (replace, types) -> ofText("text", replace.$string(), types)),
            new TypeRule<>(QOM.Substring.class, (part, types) -> ofText("text", part.$string(), types)),
            new TypeRule<>(QOM.CharLength.class, (length, types) -> ofText("integer", length.$string(), types)),
            new TypeRule<>(QOM.Concat.class, (concat, types) -> concatenation(concat.$arg1(), types)));

    private TextTypes() {}

    private static Optional<TypeName> ofText(String result, Field<?> argument, ResultTypes types) {
        return types.based(argument).filter(TypeName::isText).map(type -> TypeName.of(result));
    }

    /** What is not a text itself may make an array, or JSON, of it. */
    private static Optional<TypeName> concatenation(Object parts, ResultTypes types) {
        for (Object part : (Iterable<?>) parts) {
            if (ofText("text", (Field<?>) part, types).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(TypeName.of("text"));
    }
}

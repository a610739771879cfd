package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.QOM;

/**
 * The types of <a href="https://www.postgresql.org/docs/current/functions-aggregate.html">aggregates</a> and <a
 * href="https://www.postgresql.org/docs/current/functions-window.html">window functions</a>.
 */
final class AggregateTypes {

    private static final Map<String, String> SUMS = Map.of(
            "smallint", "bigint",
            "integer", "bigint",
            "bigint", "numeric",
            "numeric", "numeric",
            "real", "real",
            "double precision", "double precision",
            "interval", "interval",
            "money", "money");

    private static final Map<String, String> AVERAGES = Map.of(
            "smallint", "numeric",
            "integer", "numeric",
            "bigint", "numeric",
            "numeric", "numeric",
            "real", "double precision",
            "double precision", "double precision",
            "interval", "interval");

    static final List<TypeRule<?>> RULES = List.of(
            TypeRule.fixed(QOM.Count.class, "bigint"),
            TypeRule.fixed(QOM.RowNumber.class, "bigint"),
            TypeRule.fixed(QOM.Rank.class, "bigint"),
            TypeRule.fixed(QOM.DenseRank.class, "bigint"),
            TypeRule.fixed(QOM.BoolAnd.class, "boolean"),
            TypeRule.fixed(QOM.BoolOr.class, "boolean"),
            new TypeRule<>(
                    QOM.Sum.class, (sum, types) -> types.based(sum.$field()).flatMap(type -> in(SUMS, type))),
            new TypeRule<>(
                    QOM.Avg.class, (avg, types) -> types.based(avg.$field()).flatMap(type -> in(AVERAGES, type))),
            new TypeRule<>(QOM.Min.class, (min, types) -> extreme(min.$field(), types)),
            new TypeRule<>(QOM.Max.class, (max, types) -> extreme(max.$field(), types)),
            new TypeRule<>(QOM.ArrayAgg.class, (all, types) -> array(all.$field(), types)));

    private AggregateTypes() {}

    private static Optional<TypeName> in(Map<String, String> results, TypeName type) {
        return Optional.ofNullable(results.get(type.unmodified().sql())).map(TypeName::of);
    }

    /** {@code min} and {@code max} know no lengths, and take other texts for {@code text}. */
    private static Optional<TypeName> extreme(Field<?> field, ResultTypes types) {
        return types.based(field).map(type -> {
            boolean isText = type.isText() || type.sql().equals("name");
            return isText ? TypeName.of("text") : type.unmodified();
        });
    }

    private static Optional<TypeName> array(Field<?> field, ResultTypes types) {
        return types.known(field).map(type -> type.unmodified().asArray());
    }
}

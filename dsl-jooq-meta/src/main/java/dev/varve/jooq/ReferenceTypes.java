package dev.varve.jooq;

import dev.varve.model.TypeName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The types of what needs no computing: columns, constants, casts, and what other queries select. */
final class ReferenceTypes {

    private static final Map<Class<?>, String> CONSTANTS =
            Map.of(BigDecimal.class, "numeric", Boolean.class, "boolean", String.class, "text");

    static final List<TypeRule<?>> RULES = List.of(
            new TypeRule<>(QOM.FieldAlias.class, (alias, types) -> types.known(alias.$aliased())),
            new TypeRule<>(TableField.class, (column, types) -> types.scope().type(column, types)),
            new TypeRule<>(Param.class, (constant, types) -> constant(constant.getValue())),
            new TypeRule<>(QOM.Cast.class, (cast, types) -> cast(cast)),
            new TypeRule<>(
                    QOM.ScalarSubquery.class,
                    (query, types) -> types.columns((Select<?>) query.$arg1()).get(0)),
            TypeRule.fixed(Condition.class, "boolean"),
            TypeRule.fixed(QOM.ConditionAsField.class, "boolean"),
            TypeRule.fixed(QOM.CurrentTimestamp.class, "timestamptz"),
            TypeRule.fixed(QOM.CurrentDate.class, "date"));

    private ReferenceTypes() {}

    /** A whole number is as large as it has to be. */
    private static Optional<TypeName> constant(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return Optional.of(TypeName.of(number == (int) number ? "integer" : "bigint"));
        }
        return Optional.ofNullable(value)
                .map(known -> CONSTANTS.get(known.getClass()))
                .map(TypeName::of);
    }

    private static Optional<TypeName> cast(QOM.Cast<?> cast) {
        try {
            return Optional.of(TypeName.of(cast.getDataType()
                    .getCastTypeName(DSL.using(SQLDialect.POSTGRES).configuration())));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // jOOQ writes it in a way of its own
        }
    }
}

package dev.varve.jooq;

import dev.varve.model.Argument;
import dev.varve.model.Column;
import dev.varve.model.Function;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * The types of what queries compute, as far as they are certain: those of columns and casts, and what PostgreSQL makes of them with <a
 * href="https://www.postgresql.org/docs/current/functions-aggregate.html">aggregates</a> and arithmetic.
 */
record ResultTypes(Domains domains, List<Function> functions, Map<QualifiedName, Relation> relations) {

    /** What only a server knows. */
    static final TypeName UNKNOWN = TypeName.of(QualifiedName.unqualified("unknown"));

    private static final TypeName BIGINT = TypeName.of("bigint");
    private static final TypeName NUMERIC = TypeName.of("numeric");

    private static final Map<Class<?>, TypeName> FIXED = Map.of(
            QOM.Count.class, BIGINT,
            QOM.RowNumber.class, BIGINT,
            QOM.Rank.class, BIGINT,
            QOM.DenseRank.class, BIGINT,
            QOM.CurrentTimestamp.class, TypeName.of("timestamptz"),
            QOM.CurrentDate.class, TypeName.of("date"));

    private static final Map<Class<?>, TypeName> CONSTANTS = Map.of(
            BigDecimal.class, NUMERIC,
            Boolean.class, TypeName.of("boolean"),
            String.class, TypeName.of("text"));

    private static final Map<String, TypeName> SUMS = Map.of(
            "smallint",
            BIGINT,
            "integer",
            BIGINT,
            "bigint",
            NUMERIC,
            "numeric",
            NUMERIC,
            "real",
            TypeName.of("real"),
            "double precision",
            TypeName.of("double precision"),
            "interval",
            TypeName.of("interval"),
            "money",
            TypeName.of("money"));

    /** Functions that give a value of the type of one of their arguments, by the place of that. */
    private static final Map<String, Integer> AS_ARGUMENT =
            Map.of("first", 0, "last", 0, "time_bucket", 1, "time_bucket_gapfill", 1, "locf", 0, "interpolate", 0);

    /** Numbers, each of which becomes one of the next kind beside it. */
    private static final List<String> NUMBERS = List.of("smallint", "integer", "bigint", "numeric");

    TypeName of(Field<?> field) {
        if (field instanceof QOM.FieldAlias<?> alias) {
            return of(alias.$aliased());
        }
        if (field instanceof TableField<?, ?> column) {
            return ofColumn(column).map(Column::type).orElse(UNKNOWN);
        }
        if (field instanceof Param<?> constant) {
            return constant(constant.getValue());
        }
        return fixed(field).or(() -> computed(field)).orElse(UNKNOWN);
    }

    /** A whole number is as large as it has to be. */
    private static TypeName constant(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return number == (int) number ? TypeName.of("integer") : BIGINT;
        }
        return value == null ? UNKNOWN : CONSTANTS.getOrDefault(value.getClass(), UNKNOWN);
    }

    private static Optional<TypeName> fixed(Field<?> field) {
        return FIXED.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(field))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<TypeName> computed(Field<?> field) {
        if (field instanceof QOM.Cast<?> cast) {
            return cast(cast);
        }
        if (field instanceof QOM.Sum sum) {
            return based(sum.$field())
                    .map(type -> SUMS.getOrDefault(type.unmodified().sql(), UNKNOWN));
        }
        if (field instanceof QOM.Min<?> min) {
            return based(min.$field()).map(ResultTypes::extreme);
        }
        if (field instanceof QOM.Max<?> max) {
            return based(max.$field()).map(ResultTypes::extreme);
        }
        return field instanceof QOM.Function<?> function
                ? call(function)
                : ofText(field).or(() -> arithmetic(field));
    }

    /** Other types have functions of these names that give something else. */
    private Optional<TypeName> ofText(Field<?> field) {
        if (field instanceof QOM.Lower lower) {
            return text(lower.$string());
        }
        return field instanceof QOM.Upper upper ? text(upper.$string()) : Optional.empty();
    }

    private Optional<TypeName> text(Field<?> field) {
        return based(field).filter(TypeName::isText).map(type -> TypeName.of("text"));
    }

    private Optional<TypeName> arithmetic(Field<?> field) {
        if (field instanceof QOM.Coalesce<?> coalesce) {
            return agreed(List.copyOf(coalesce.$arg1()));
        }
        if (field instanceof QOM.Mul<?> mul) {
            return number(mul.$arg1(), mul.$arg2());
        }
        if (field instanceof QOM.Add<?> add) {
            return number(add.$arg1(), add.$arg2());
        }
        if (field instanceof QOM.Sub<?> sub) {
            return number(sub.$arg1(), sub.$arg2());
        }
        return field instanceof QOM.Div<?> div ? number(div.$arg1(), div.$arg2()) : Optional.empty();
    }

    private Optional<Column> ofColumn(TableField<?, ?> field) {
        return Optional.ofNullable(field.getTable())
                .map(ResultTypes::unaliased)
                .flatMap(table -> Optional.ofNullable(relations.get(table)))
                .flatMap(relation -> relation.columns().stream()
                        .filter(column -> column.name().equals(field.getName()))
                        .findFirst());
    }

    private static QualifiedName unaliased(Table<?> table) {
        return table instanceof QOM.TableAlias<?> alias ? unaliased(alias.$aliased()) : name(table.getQualifiedName());
    }

    private static QualifiedName name(Name name) {
        String[] parts = name.getName();
        String last = parts[parts.length - 1];
        return parts.length > 1 ? QualifiedName.of(parts[0], last) : QualifiedName.unqualified(last);
    }

    private Optional<TypeName> known(Field<?> field) {
        return Optional.of(of(field)).filter(type -> !type.equals(UNKNOWN));
    }

    /** What a function takes for the argument: the type below a domain. */
    private Optional<TypeName> based(Field<?> field) {
        return known(field).map(domains::base);
    }

    private static Optional<TypeName> cast(QOM.Cast<?> cast) {
        try {
            return Optional.of(TypeName.of(cast.getDataType()
                    .getCastTypeName(DSL.using(SQLDialect.POSTGRES).configuration())));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // jOOQ writes it in a way of its own
        }
    }

    /** {@code min} and {@code max} know no lengths, and take other texts for {@code text}. */
    private static TypeName extreme(TypeName type) {
        boolean text = type.isText() || type.sql().equals("name");
        return text ? TypeName.of("text") : type.unmodified();
    }

    /** A constant text takes the type of what stands beside it, but not its length. */
    private Optional<TypeName> agreed(List<? extends Field<?>> fields) {
        List<TypeName> types = fields.stream()
                .filter(field -> !isText(field))
                .map(field -> of(field))
                .distinct()
                .toList();
        boolean constants = fields.stream().anyMatch(ResultTypes::isText);
        if (types.size() != 1) {
            return number(fields);
        }
        boolean lengthless = constants && domains.of(types.get(0)).isEmpty();
        return Optional.of(types.get(0))
                .filter(type -> !constants || lengthless)
                .map(type -> constants ? type.unmodified() : type);
    }

    private static boolean isText(Field<?> field) {
        return field instanceof Param<?> constant && constant.getType() == String.class;
    }

    private Optional<TypeName> number(Field<?> one, Field<?> other) {
        return number(List.of(one, other));
    }

    private Optional<TypeName> number(List<? extends Field<?>> fields) {
        List<Integer> places = fields.stream().map(field -> place(field)).toList();
        return places.stream()
                .max(Integer::compare)
                .filter(most -> !places.contains(-1))
                .map(most -> TypeName.of(NUMBERS.get(most)));
    }

    private int place(Field<?> field) {
        return NUMBERS.indexOf(domains.base(of(field)).unmodified().sql());
    }

    private Optional<TypeName> call(QOM.Function<?> function) {
        QualifiedName name = name(function.getQualifiedName());
        List<Field<?>> arguments = new ArrayList<>(function.$args());
        List<TypeName> types = arguments.stream().map(argument -> of(argument)).toList();
        List<TypeName> results = called(name, types).distinct().toList();
        if (results.size() == 1) {
            return Optional.of(results.get(0)).filter(type -> !type.sql().startsWith("any"));
        }
        return results.isEmpty()
                ? Optional.ofNullable(AS_ARGUMENT.get(name.name()))
                        .filter(place -> place < arguments.size())
                        .flatMap(place -> known(arguments.get(place)))
                        .filter(type -> domains.of(type).isEmpty())
                        .map(TypeName::unmodified)
                : Optional.empty();
    }

    /** What the functions of the schema that may be meant give. */
    private Stream<TypeName> called(QualifiedName name, List<TypeName> arguments) {
        return functions.stream()
                .filter(function -> function.name().equals(name) && takes(function, arguments))
                .map(Function::result)
                .filter(result -> !result.isTable())
                .flatMap(result -> result.types().stream());
    }

    private boolean takes(Function function, List<TypeName> arguments) {
        List<Argument> taken = function.arguments();
        return taken.size() == arguments.size()
                && IntStream.range(0, taken.size())
                        .allMatch(i -> isTaken(arguments.get(i), taken.get(i).type()));
    }

    private boolean isTaken(TypeName argument, TypeName taken) {
        return argument.equals(UNKNOWN)
                || argument.unmodified().equals(taken)
                || domains.base(argument).unmodified().equals(taken)
                || taken.sql().startsWith("any");
    }
}

package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.Function;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/**
 * The types of what a query computes, as far as they are certain.
 *
 * @param functions those that the query may call beside PostgreSQL's
 * @param scope what the query can name
 */
record ResultTypes(Domains domains, List<Function> functions, Scope scope) {

    /** What only a server knows. */
    static final TypeName UNKNOWN = TypeName.of(QualifiedName.unqualified("unknown"));

    private static final List<TypeRule<?>> RULES = Stream.of(
                    ReferenceTypes.RULES,
                    AggregateTypes.RULES,
                    NumberTypes.RULES,
                    TextTypes.RULES,
                    ConditionalTypes.RULES,
                    FunctionTypes.RULES)
            .flatMap(List::stream)
            .toList();

    /** The type of an expression; nothing where only a server knows. */
    Optional<TypeName> known(Field<?> field) {
        return RULES.stream()
                .flatMap(rule -> rule.of(field, this).stream())
                .findFirst()
                .filter(type -> !type.equals(UNKNOWN));
    }

    /** What a function takes for an argument: the type below a domain. */
    Optional<TypeName> based(Field<?> field) {
        return known(field).map(domains::base);
    }

    /** The types of the columns of a query inside; nothing is known of one that combines others, because jOOQ only shows the first. */
    List<Optional<TypeName>> columns(Select<?> query) {
        boolean isOne =
                new Query(DSL.using(SQLDialect.POSTGRES).render(query)).parts().size() == 1;
        ResultTypes inner = in(query);
        return query.getSelect().stream()
                .map(field -> isOne ? inner.known(field) : Optional.<TypeName>empty())
                .toList();
    }

    /** The types for the expressions of a query, which can also name what it has after {@code with}. */
    ResultTypes in(Select<?> query) {
        ResultTypes inner = this;
        for (CommonTableExpression<?> table : tables(query)) {
            inner = inner.in(inner.scope.with(table.getName(), inner.columns(table)));
        }
        return inner.in(inner.scope.from(query.$from()));
    }

    private ResultTypes in(Scope other) {
        return new ResultTypes(domains, functions, other);
    }

    private static List<? extends CommonTableExpression<?>> tables(Select<?> query) {
        return Optional.ofNullable(query.$with())
                .<List<? extends CommonTableExpression<?>>>map(QOM.With::$commonTableExpressions)
                .orElse(List.of());
    }

    private List<Column> columns(CommonTableExpression<?> table) {
        List<Optional<TypeName>> types = table.$query() instanceof Select<?> query ? columns(query) : List.of();
        return IntStream.range(0, types.size())
                .mapToObj(i -> Column.of(table.field(i).getName(), types.get(i).orElse(UNKNOWN)))
                .toList();
    }
}

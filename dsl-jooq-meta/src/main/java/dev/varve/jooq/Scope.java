package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.QOM;

/**
 * The relations whose columns a query can name.
 *
 * @param only the one that is meant where a column is named without its relation, if that is certain
 */
record Scope(Map<QualifiedName, List<Column>> relations, Optional<QualifiedName> only) {

    Scope {
        relations = Map.copyOf(relations);
    }

    /** The scope of relations that are named with their schemas. */
    static Scope of(Map<QualifiedName, List<Column>> relations) {
        return new Scope(relations, Optional.empty());
    }

    /** This scope and what a query says after {@code with}. */
    Scope with(String name, List<Column> columns) {
        Map<QualifiedName, List<Column>> all = new HashMap<>(relations);
        all.put(QualifiedName.unqualified(name), columns);
        return of(all);
    }

    /** This scope for a query from these tables. */
    Scope from(List<? extends Table<?>> tables) {
        Optional<QualifiedName> from = Optional.of(tables)
                .filter(all -> all.size() == 1)
                .map(all -> name(unaliased(all.get(0))))
                .filter(relations::containsKey);
        return new Scope(relations, from);
    }

    /** The type of a column that a query names; nothing if it is not known. */
    Optional<TypeName> type(TableField<?, ?> field, ResultTypes types) {
        Optional<Table<?>> table = Optional.ofNullable(field.getTable());
        return table.map(Scope::unaliased)
                .filter(QOM.DerivedTable.class::isInstance)
                .map(derived -> derived(field, table.orElseThrow(), (QOM.DerivedTable<?>) derived, types))
                .orElseGet(() -> table.map(of -> name(unaliased(of)))
                        .or(() -> only)
                        .flatMap(relation -> type(relation, field.getName())));
    }

    private Optional<TypeName> type(QualifiedName relation, String column) {
        return Stream.ofNullable(relations.get(relation))
                .flatMap(List::stream)
                .filter(one -> one.name().equals(column))
                .map(Column::type)
                .findFirst();
    }

    /** The column of a query after {@code from}, which may be called otherwise outside. */
    private static Optional<TypeName> derived(
            TableField<?, ?> field, Table<?> table, QOM.DerivedTable<?> derived, ResultTypes types) {
        int place = Arrays.stream(table.fields()).map(Field::getName).toList().indexOf(field.getName());
        return place < 0 ? Optional.empty() : types.columns(derived.$arg1()).get(place);
    }

    private static Table<?> unaliased(Table<?> table) {
        return table instanceof QOM.TableAlias<?> alias ? unaliased(alias.$aliased()) : table;
    }

    private static QualifiedName name(Table<?> table) {
        return name(table.getQualifiedName());
    }

    static QualifiedName name(Name name) {
        String[] parts = name.getName();
        String last = Objects.requireNonNull(parts[parts.length - 1]);
        return parts.length > 1
                ? QualifiedName.of(Objects.requireNonNull(parts[0]), last)
                : QualifiedName.unqualified(last);
    }
}

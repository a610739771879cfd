package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.Optional;

/** A column of a table. */
public record Column(String name, TypeName type, boolean notNull, Optional<ColumnValue> value) implements Fragment {

    public Column {
        Identifier.of(name);
        value = value.filter(v -> !v.isNull()).map(v -> v.within(type));
        notNull =
                notNull || value.filter(ColumnValue.Identity.class::isInstance).isPresent();
    }

    /** A column of that type which may be null and has no default. */
    public static Column of(String name, TypeName type) {
        return new Column(name, type, false, Optional.empty());
    }

    /** The same column under another name. */
    public Column named(String other) {
        return new Column(other, type, notNull, value);
    }

    /** The same column with another type. */
    public Column typed(TypeName other) {
        return new Column(name, other, notNull, value);
    }

    /** The same column, refusing null or not. */
    public Column notNull(boolean refuses) {
        return new Column(name, type, refuses, value);
    }

    /** The same column with its values from elsewhere. */
    public Column valued(Optional<ColumnValue> other) {
        return new Column(name, type, notNull, other);
    }

    /** Whether the value of the column is computed from others. */
    public boolean isGenerated() {
        return value.filter(ColumnValue.Generated.class::isInstance).isPresent();
    }

    Column following(ObjectId<?> relation, Rename rename) {
        return new Column(
                rename.followColumn(relation, name),
                type.following(rename),
                notNull,
                value.map(
                        v -> v.following(relation, v.defaultExpression().isPresent() ? rename.forType(type) : rename)));
    }

    /** The definition as {@code create table} and {@code add column} take it. */
    @Override
    public String sql() {
        Sql definition = Sql.of("{} {}", Identifier.of(name), type);
        boolean sayNotNull =
                notNull && value.filter(ColumnValue.Identity.class::isInstance).isEmpty();
        if (sayNotNull) {
            definition = definition.then(Sql.raw(" not null"));
        }
        return value.isPresent()
                ? definition.then(Sql.raw(" ")).then(value.get().clause()).text()
                : definition.text();
    }
}

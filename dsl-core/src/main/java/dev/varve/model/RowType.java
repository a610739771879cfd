package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That the columns of a table are the attributes of a composite type (<a
 * href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-OF-TYPE">documentation</a>). PostgreSQL then
 * changes neither without the other, so that the fact has to be dropped before.
 */
public record RowType(QualifiedName type) implements Facet {

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(CompositeType.id(type));
    }

    @Override
    public RowType following(ObjectId<?> table, Rename rename) {
        boolean ofAttribute = rename instanceof Rename.OfColumn column
                && (column.relation().equals(table) || column.relation().equals(CompositeType.id(type)));
        if (ofAttribute) {
            throw new RefusedException(
                    table,
                    "The " + table + " is of type " + type
                            + ", so that neither its columns nor the attributes can have another name. Say dropRowType()"
                            + " before, and rowType(...) after both were renamed.");
        }
        return new RowType(rename.followName(type));
    }

    @Override
    public List<Statement> creation(Table table, Database database) {
        return alteration(table, Optional.empty(), database);
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        return List.of(Statement.of(Sql.of("alter {} of {}", table.address(), type), LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public List<Statement> removal(Table table, Database database) {
        return List.of(Statement.of(Sql.of("alter {} not of", table.address()), LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public void check(Table table, Database database) {
        List<CompositeType.Attribute> attributes =
                database.get(CompositeType.id(type)).attributes();
        List<CompositeType.Attribute> columns = table.columns().stream()
                .map(column -> new CompositeType.Attribute(column.name(), column.type(), column.collation()))
                .toList();
        if (!columns.equals(attributes)) {
            throw new RefusedException(
                    table.id(),
                    "The " + table.id() + " is of type " + type + ", but its columns " + table.columnNames()
                            + " are not the attributes of that type, with the same types in the same order. Say dropRowType()"
                            + " before the columns change.");
        }
    }
}

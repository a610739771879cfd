package dev.varve.diff;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.SetDefault;
import dev.varve.sql.Expression;
import dev.varve.sql.Literal;
import java.util.ArrayList;
import java.util.List;

/** That an enum has a value before a default or a check says it. */
record ValuesBeforeTexts(Database current, Database wanted) {

    /** Looks whether an operation comes too early. */
    void check(Operation operation) {
        if (operation instanceof SetDefault change) {
            TypeName type = current.get(change.table()).column(change.column()).type();
            change.value().ifPresent(value -> check(type, value));
        }
        if (operation instanceof AddColumn added) {
            check(added.column());
        }
        if (operation instanceof AddConstraint added) {
            check(current.get(added.table()), added.constraint());
        }
        if (operation instanceof CreateObject creation && creation.object() instanceof Table table) {
            table.columns().forEach(this::check);
            table.constraints().values().forEach(constraint -> check(table, constraint));
        }
    }

    private void check(Column column) {
        column.value().flatMap(ColumnValue::defaultExpression).ifPresent(value -> check(column.type(), value));
    }

    private void check(Table table, Constraint constraint) {
        if (constraint instanceof CheckConstraint check) {
            table.columns().stream()
                    .filter(column -> check.uses(column.name()))
                    .forEach(column -> check(column.type(), check.condition()));
        }
    }

    private void check(TypeName type, Expression text) {
        type.userDefined()
                .map(EnumType::id)
                .ifPresent(id -> current.find(id).ifPresent(now -> {
                    List<String> missing = new ArrayList<>(
                            wanted.find(id).map(EnumType::values).orElse(List.of()));
                    missing.removeAll(now.values());
                    missing.stream()
                            .map(value -> Literal.text(value).sql())
                            .filter(text.text()::contains)
                            .findFirst()
                            .ifPresent(value -> {
                                throw new RefusedException(
                                        id, "The " + id + " does not have the value " + value + " yet.");
                            });
                }));
    }
}

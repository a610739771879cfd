package dev.varve.dsl;

import dev.varve.model.ColumnValue;
import dev.varve.model.ObjectId;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.DropNotNull;
import dev.varve.operation.Operation;
import dev.varve.operation.SetDefault;
import dev.varve.operation.SetIdentity;
import dev.varve.operation.SetNotNull;
import dev.varve.sql.Expression;
import java.util.List;
import java.util.Optional;

/** One way in which a column becomes different. */
public sealed interface ColumnChange {

    /** The operations that make the column so. */
    List<Operation> of(ObjectId<Table> table, String column);

    /**
     * Another type.
     *
     * @param conversion how old values become new ones; the cast of PostgreSQL if empty
     */
    record Type(TypeName name, Optional<Expression> conversion) implements ColumnChange {

        /** The change with the expression by which old values become new ones, such as {@code "price / 100.0"}. */
        public Type using(String expression) {
            return new Type(name, Optional.of(new Expression(expression)));
        }

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(new AlterColumnType(table, column, name, conversion));
        }
    }

    /** Refusing null from now on, or not any more. */
    record Nullability(boolean notNull) implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(notNull ? new SetNotNull(table, column) : new DropNotNull(table, column));
        }
    }

    /** Another default, or none. */
    record Default(Optional<Expression> value) implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(new SetDefault(table, column, value));
        }
    }

    /** Numbering rows from now on, or not any more. */
    record Identity(boolean identity) implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            Optional<ColumnValue.Identity> value =
                    identity ? Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN)) : Optional.empty();
            return List.of(new SetIdentity(table, column, value));
        }
    }
}

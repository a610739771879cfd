package dev.varve.dsl;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.DropExpression;
import dev.varve.operation.DropNotNull;
import dev.varve.operation.JoinSequence;
import dev.varve.operation.Operation;
import dev.varve.operation.SeparateSequence;
import dev.varve.operation.SetColumnProperty;
import dev.varve.operation.SetDefault;
import dev.varve.operation.SetExpression;
import dev.varve.operation.SetIdentity;
import dev.varve.operation.SetNotNull;
import dev.varve.operation.SetSerial;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** One way in which a column becomes different. */
public sealed interface ColumnChange {

    /** The operations that make the column so. */
    List<Operation> of(ObjectId<Table> table, String column);

    /**
     * Another type.
     *
     * @param collation the one that the column has if empty
     * @param conversion how old values become new ones; the cast of PostgreSQL if empty
     */
    record Type(TypeName name, Optional<QualifiedName> collation, Optional<Expression> conversion)
            implements ColumnChange {

        /** The change with the expression by which old values become new ones, such as {@code "price / 100.0"}. */
        public Type using(String expression) {
            return new Type(name, collation, Optional.of(new Expression(expression)));
        }

        /** The change to the collation that the type itself has. */
        public Type defaultCollation() {
            return new Type(name, Optional.of(Column.DEFAULT_COLLATION), conversion);
        }

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(new AlterColumnType(table, column, name, collation, conversion));
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

    /** Numbering rows from now on, in another way, or not any more. */
    record Identity(Optional<ColumnValue.Identity> value) implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(new SetIdentity(table, column, value));
        }
    }

    /** Numbering rows by a sequence of its own from now on, in another way, or not any more. */
    record Serial(Optional<ColumnValue.Serial> value) implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(new SetSerial(table, column, value));
        }
    }

    /** Numbering rows by a sequence that is an object of its own from now on. */
    record Separation() implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(new SeparateSequence(table, column));
        }
    }

    /** Numbering rows by the same sequence, which is no object of its own any more. */
    record Joining(ColumnValue.Serial value) implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(new JoinSequence(table, column, value));
        }
    }

    /** Another expression for a generated column, or none, which makes a plain one of it. */
    record Generated(Optional<Expression> expression) implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(expression
                    .<Operation>map(e -> new SetExpression(table, column, e))
                    .orElseGet(() -> new DropExpression(table, column)));
        }
    }

    /** Another way to store the values or to plan with them, or the one that PostgreSQL chooses. */
    record Property(ColumnProperty property, Optional<String> value) implements ColumnChange {

        @Override
        public List<Operation> of(ObjectId<Table> table, String column) {
            return List.of(new SetColumnProperty(table, column, property, value));
        }
    }
}

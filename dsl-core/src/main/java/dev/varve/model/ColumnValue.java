package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a column's value comes from when a statement gives none. */
public sealed interface ColumnValue {

    /** The clause of the column's definition. */
    Sql clause();

    /** The expression, if it is a default. */
    default Optional<Expression> defaultExpression() {
        return Optional.empty();
    }

    /** Whether it is the default {@code null}, which PostgreSQL takes for none. */
    default boolean isNull() {
        return false;
    }

    /** This value for a column of that type. */
    default ColumnValue within(TypeName type) {
        return this;
    }

    /** This value after a rename that concerns the column's relation or something that it uses. */
    ColumnValue following(ObjectId<?> relation, Rename rename);

    /** An expression that is computed when a row comes without a value. */
    record Default(Expression expression) implements ColumnValue {

        @Override
        public Sql clause() {
            return Sql.of("default {}", expression);
        }

        @Override
        public Optional<Expression> defaultExpression() {
            return Optional.of(expression);
        }

        /** PostgreSQL casts the constant to the type of the column anyway, and prints the cast. */
        @Override
        public Default within(TypeName type) {
            return type.isText()
                    ? new Default(expression.withoutCastTo(type.name().name()))
                    : this;
        }

        @Override
        public boolean isNull() {
            return expression.text().equalsIgnoreCase("null");
        }

        @Override
        public ColumnValue following(ObjectId<?> relation, Rename rename) {
            return new Default(rename.follow(relation, expression));
        }
    }

    /**
     * An expression over the other columns of the row, which nobody can write.
     *
     * @param virtual whether it is computed when it is read, and not when the row is written
     */
    record Generated(Expression expression, boolean virtual) implements ColumnValue {

        /** An expression whose values are stored. */
        public Generated(Expression expression) {
            this(expression, false);
        }

        @Override
        public Sql clause() {
            return Sql.of("generated always as ({}) {}", expression, Sql.raw(virtual ? "virtual" : "stored"));
        }

        @Override
        public ColumnValue following(ObjectId<?> relation, Rename rename) {
            return new Generated(rename.follow(relation, expression), virtual);
        }
    }

    /** The next number of a sequence that belongs to the column. */
    sealed interface Numbered extends ColumnValue {

        /** How the sequence counts. */
        SequenceOptions options();

        /** The name of the sequence, if it is not the one that PostgreSQL makes of the names of the table and the column. */
        Optional<QualifiedName> sequence();

        /** The same value with a sequence of that name. */
        Numbered of(Optional<QualifiedName> other);

        /** The sequence goes along when its table moves to another schema. */
        @Override
        default ColumnValue following(ObjectId<?> relation, Rename rename) {
            return of(sequence().map(rename::followSchema));
        }
    }

    /**
     * The next number of a sequence that is an ordinary one but for that it goes with the column, as {@code serial} makes it. Its type is
     * that of the column.
     */
    record Serial(SequenceOptions options, Optional<QualifiedName> sequence) implements Numbered {

        private static final Map<String, String> WORDS =
                Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

        @Override
        public Serial of(Optional<QualifiedName> other) {
            return new Serial(options, other);
        }

        @Override
        public Serial within(TypeName type) {
            return new Serial(options.within(type), sequence);
        }

        /** The word that stands in the place of the type says it all. */
        @Override
        public Sql clause() {
            return Sql.raw("serial");
        }

        /** The word for a column of that type, if there is one. */
        static Optional<String> word(TypeName type) {
            return Optional.ofNullable(WORDS.get(type.sql()));
        }
    }

    /**
     * The next number of a sequence that is part of the column.
     *
     * @param always whether a statement that gives a value is refused
     * @param sequence its name, if it is not the one that PostgreSQL makes of the names of the table and the column
     */
    record Identity(boolean always, SequenceOptions options, Optional<QualifiedName> sequence) implements Numbered {

        /** The next number of a sequence whose name PostgreSQL chooses. */
        public Identity(boolean always, SequenceOptions options) {
            this(always, options, Optional.empty());
        }

        @Override
        public Identity of(Optional<QualifiedName> other) {
            return new Identity(always, options, other);
        }

        @Override
        public Sql clause() {
            Sql generated = Sql.raw(always ? "generated always as identity" : "generated by default as identity");
            List<Sql> said = new ArrayList<>();
            sequence.ifPresent(name -> said.add(Sql.of("sequence name {}", name)));
            if (!options.isPlain()) {
                said.add(Sql.of("{}", options));
            }
            return said.isEmpty() ? generated : generated.then(Sql.of(" ({})", Sql.join(" ", said)));
        }

        /** What {@code alter column id} has to say where the column is that other identity. */
        public Sql changeFrom(Identity other) {
            List<Sql> changes = new ArrayList<>();
            if (always != other.always || options.equals(other.options)) {
                changes.add(Sql.raw(always ? "set generated always" : "set generated by default"));
            }
            options.changesFrom(other.options).forEach(change -> changes.add(Sql.of("set {}", change)));
            return Sql.join(" ", changes);
        }

        @Override
        public Identity within(TypeName type) {
            return new Identity(always, options.within(type), sequence);
        }
    }
}

package dev.varve.dsl;

import dev.varve.model.ColumnCompression;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnStorage;
import dev.varve.model.ColumnValue;
import dev.varve.model.SequenceOptions;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import java.util.Optional;
import org.jooq.Field;

/** The words for changes of a column, such as {@code alterColumn("price", notNull(), defaultTo(0))}. */
public abstract class ColumnWords extends ConstraintWords {

    /** Long values stay in the row, as they are. */
    public static final ColumnStorage PLAIN = ColumnStorage.PLAIN;

    /** Long values are kept outside of the row, never compressed. */
    public static final ColumnStorage EXTERNAL = ColumnStorage.EXTERNAL;

    /** Long values are compressed, and kept outside of the row if they are still long. */
    public static final ColumnStorage EXTENDED = ColumnStorage.EXTENDED;

    /** Long values are compressed, and kept outside of the row only if there is no other way. */
    public static final ColumnStorage MAIN = ColumnStorage.MAIN;

    /** PostgreSQL's own compression. */
    public static final ColumnCompression PGLZ = ColumnCompression.PGLZ;

    /** Compression by LZ4. */
    public static final ColumnCompression LZ4 = ColumnCompression.LZ4;

    /** For the words that come on top. */
    ColumnWords() {}

    /** For a column: another type, and another collation if the type says one. */
    public static ColumnChange.Type type(ColumnSpec<?> type) {
        return new ColumnChange.Type(type.type(), type.collation(), Optional.empty());
    }

    /** For a column: refusing null from now on. */
    public static ColumnChange notNull() {
        return new ColumnChange.Nullability(true);
    }

    /** For a column: taking null from now on. */
    public static ColumnChange nullable() {
        return new ColumnChange.Nullability(false);
    }

    /** For a column: this default for new rows. */
    public static ColumnChange defaultTo(Object constant) {
        return new ColumnChange.Default(Optional.of(Expression.constant(constant)));
    }

    /** For a column: this default for new rows. */
    public static ColumnChange defaultTo(Expression expression) {
        return new ColumnChange.Default(Optional.of(expression));
    }

    /** For a column: this default for new rows. */
    public static ColumnChange defaultTo(Field<?> field) {
        return new ColumnChange.Default(Optional.of(JooqText.of(field)));
    }

    /** For a column: no default any more. */
    public static ColumnChange noDefault() {
        return new ColumnChange.Default(Optional.empty());
    }

    /** For an identity: from that number on, one at a time. */
    public static Numbering from(long start) {
        return Numbering.startingAt(start);
    }

    /** For a column: numbering the rows from now on, and refusing numbers that a statement gives. */
    public static ColumnChange identity() {
        return identity(true, SequenceOptions.PLAIN);
    }

    /** For a column: numbering the rows like that from now on, and refusing numbers that a statement gives. */
    public static ColumnChange identity(Numbering numbering) {
        return identity(true, numbering.options());
    }

    /** For a column: numbering the rows that come without a number from now on. */
    public static ColumnChange identityByDefault() {
        return identity(false, SequenceOptions.PLAIN);
    }

    /** For a column: numbering the rows that come without a number like that from now on. */
    public static ColumnChange identityByDefault(Numbering numbering) {
        return identity(false, numbering.options());
    }

    private static ColumnChange identity(boolean always, SequenceOptions options) {
        return new ColumnChange.Identity(Optional.of(new ColumnValue.Identity(always, options)));
    }

    /** For a column: numbering rows no more. */
    public static ColumnChange noIdentity() {
        return new ColumnChange.Identity(Optional.empty());
    }

    /** For a column: numbering the rows that come without a number from now on, by a sequence that goes with it. */
    public static ColumnChange serial() {
        return serial(SequenceOptions.PLAIN);
    }

    /** For a column: numbering the rows that come without a number like that from now on, by a sequence that goes with it. */
    public static ColumnChange serial(Numbering numbering) {
        return serial(numbering.options());
    }

    private static ColumnChange serial(SequenceOptions options) {
        return new ColumnChange.Serial(Optional.of(new ColumnValue.Serial(options, Optional.empty())));
    }

    /** For a serial column: numbering rows no more, its sequence dropped. */
    public static ColumnChange noSerial() {
        return new ColumnChange.Serial(Optional.empty());
    }

    /** For a serial column: its sequence an object of its own, from which its default takes numbers as before. */
    public static ColumnChange separateSequence() {
        return new ColumnChange.Separation();
    }

    /** For a column: serial by the sequence that belongs to it, from which its default takes numbers as before. */
    public static ColumnChange joinSequence() {
        return joinSequence(SequenceOptions.PLAIN);
    }

    /** For a column: serial by the sequence that belongs to it, which counts like that from now on. */
    public static ColumnChange joinSequence(Numbering numbering) {
        return joinSequence(numbering.options());
    }

    private static ColumnChange joinSequence(SequenceOptions options) {
        return new ColumnChange.Joining(new ColumnValue.Serial(options, Optional.empty()));
    }

    /** For a generated column: computed by this expression from now on (PostgreSQL 17). */
    public static ColumnChange generatedAs(Expression expression) {
        return new ColumnChange.Generated(Optional.of(expression));
    }

    /** For a generated column: computed by this expression from now on (PostgreSQL 17). */
    public static ColumnChange generatedAs(Field<?> field) {
        return generatedAs(JooqText.of(field));
    }

    /** For a generated column: computed no more, so that it can be written. */
    public static ColumnChange notGenerated() {
        return new ColumnChange.Generated(Optional.empty());
    }

    /** For a column: keeping long values there from now on. */
    public static ColumnChange.Property storage(ColumnStorage storage) {
        return new ColumnChange.Property(ColumnProperty.STORAGE, Optional.of(storage.word()));
    }

    /** For a column: keeping long values where its type has them. */
    public static ColumnChange.Property defaultStorage() {
        return new ColumnChange.Property(ColumnProperty.STORAGE, Optional.empty());
    }

    /** For a column: compressing long values in that way from now on. */
    public static ColumnChange.Property compression(ColumnCompression compression) {
        return new ColumnChange.Property(ColumnProperty.COMPRESSION, Optional.of(compression.word()));
    }

    /** For a column: compressing long values as the server is configured. */
    public static ColumnChange.Property defaultCompression() {
        return new ColumnChange.Property(ColumnProperty.COMPRESSION, Optional.empty());
    }

    /** For a column: letting {@code analyze} look at the values so closely: from 0, not at all, to 10000. */
    public static ColumnChange.Property statistics(int target) {
        return new ColumnChange.Property(ColumnProperty.STATISTICS, Optional.of(String.valueOf(target)));
    }

    /** For a column: letting {@code analyze} look at the values as closely as the server is configured. */
    public static ColumnChange.Property defaultStatistics() {
        return new ColumnChange.Property(ColumnProperty.STATISTICS, Optional.empty());
    }

    /** For a column: so many different values to plan with, or as a negative number that part of all rows. */
    public static ColumnChange.Property nDistinct(double number) {
        return new ColumnChange.Property(ColumnProperty.N_DISTINCT, Optional.of(ColumnSpec.plain(number)));
    }

    /** For a column: as many different values to plan with as {@code analyze} finds. */
    public static ColumnChange.Property defaultNDistinct() {
        return new ColumnChange.Property(ColumnProperty.N_DISTINCT, Optional.empty());
    }

    /** For a column: so many different values to plan with in it and the tables that inherit from its table. */
    public static ColumnChange.Property nDistinctInherited(double number) {
        return new ColumnChange.Property(ColumnProperty.N_DISTINCT_INHERITED, Optional.of(ColumnSpec.plain(number)));
    }

    /** For a column: as many different values to plan with, heirs included, as {@code analyze} finds. */
    public static ColumnChange.Property defaultNDistinctInherited() {
        return new ColumnChange.Property(ColumnProperty.N_DISTINCT_INHERITED, Optional.empty());
    }
}

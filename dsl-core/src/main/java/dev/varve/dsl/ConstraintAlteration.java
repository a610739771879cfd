package dev.varve.dsl;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Constraint;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.ReferentialAction;
import dev.varve.model.Table;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AddConstraintUsingIndex;
import dev.varve.operation.AlterConstraint;
import dev.varve.operation.ConstraintChange;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameConstraint;
import dev.varve.operation.SetConstraintComment;
import dev.varve.operation.SetConstraintIndexComment;
import dev.varve.operation.ValidateConstraint;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;

/**
 * The words for changing the constraints of a table, which are some of those for changing the table.
 *
 * @param <S> the class whose words go on after each of these
 */
public abstract class ConstraintAlteration<S extends ConstraintAlteration<S>> {

    private final ObjectId<Table> table;
    final Changes changes;

    /** The alteration of a table whose changes are recorded there. */
    ConstraintAlteration(TableReference table, Changes changes) {
        this.table = table.id();
        this.changes = changes;
    }

    /** This alteration. */
    protected abstract S self();

    /** The table that is altered. */
    protected final ObjectId<Table> table() {
        return table;
    }

    /** Records an operation; every other word is made of this one. */
    protected final S record(Operation operation) {
        changes.add(operation);
        return self();
    }

    /** The convention for the names that nobody wrote. */
    protected final NamingConvention naming() {
        return changes.naming();
    }

    /** Adds the primary key. */
    public final S addPrimaryKey(String... columns) {
        add(new TableClause.PrimaryKey(List.of(columns)));
        return self();
    }

    /** Adds the primary key. */
    public final S addPrimaryKey(KeySpec key) {
        add(new TableClause.PrimaryKey(key));
        return self();
    }

    /** Adds the primary key, whose index is that unique one. */
    public final S addPrimaryKeyUsingIndex(String constraint, String index) {
        return record(new AddConstraintUsingIndex(table, constraint, true, indexId(index), Deferral.NOT_DEFERRABLE));
    }

    /** Adds a unique constraint. */
    public final S addUnique(String... columns) {
        add(new TableClause.Unique(List.of(columns)));
        return self();
    }

    /** Adds a unique constraint. */
    public final S addUnique(KeySpec key) {
        add(new TableClause.Unique(key));
        return self();
    }

    /** Adds a unique constraint, whose index is that unique one. */
    public final S addUniqueUsingIndex(String constraint, String index) {
        return record(new AddConstraintUsingIndex(table, constraint, false, indexId(index), Deferral.NOT_DEFERRABLE));
    }

    /** Adds an exclusion constraint. */
    public final S addExclusion(ExclusionSpec exclusion) {
        add(new TableClause.Exclusion(exclusion));
        return self();
    }

    /** Makes a column not null by a constraint with a name; from PostgreSQL 18 on. */
    public final S addNotNull(String constraint, String column) {
        return addConstraint(new NotNullConstraint(constraint, column));
    }

    /** Adds a check. */
    public final S addCheck(String constraint, String condition) {
        return addConstraint(new CheckConstraint(constraint, new Expression(condition)));
    }

    /** Adds a check with what is special about it, such as {@code condition("price > 0").notValid()}. */
    public final S addCheck(String constraint, CheckSpec condition) {
        return addConstraint(condition.check(constraint));
    }

    /** Adds a check. */
    public final S addCheck(String constraint, Condition condition) {
        return addConstraint(new CheckConstraint(constraint, JooqText.of(condition)));
    }

    /** Adds a constraint with everything that can be said of it. */
    public final S addConstraint(Constraint constraint) {
        return record(new AddConstraint(table, constraint));
    }

    /** Begins a foreign key, which says next what it references. */
    public final ForeignKeyStart<S> addForeignKey(String... columns) {
        return new ForeignKeyStart<>(this, List.of(columns));
    }

    /** Adds a foreign key of a column with all that is said of it, such as {@code reference(ACCOUNTS, "id").onDelete(CASCADE)}. */
    public final S addForeignKey(String column, Reference reference) {
        return references(List.of(column), reference);
    }

    /** Adds a foreign key with all that is said of it, such as {@code reference(ACCOUNTS, "bank", "id").matchFull()}. */
    public final S addForeignKey(List<String> columns, Reference reference) {
        return references(columns, reference);
    }

    final S references(List<String> columns, Reference reference) {
        return addConstraint(reference.from(columns, table.name(), naming()));
    }

    /** Says of the foreign key just added what happens here when the referenced row is deleted, to some columns or to all if none is named. */
    public final S onDelete(ReferentialAction action, String... columns) {
        return changeForeignKey(key -> key.onDelete(action, columns));
    }

    /** Says of the foreign key just added what happens here when the referenced key changes. */
    public final S onUpdate(ReferentialAction action) {
        return changeForeignKey(key -> key.onUpdate(action));
    }

    /** Says of the foreign key just added that of several columns either all are null or none. */
    public final S matchFull() {
        return changeForeignKey(key -> key.referencing(key.referenced().matchingFully()));
    }

    /** Says of the foreign key just added that its last column is a range, covered by those of the other table; from PostgreSQL 18 on. */
    public final S overPeriod() {
        return changeForeignKey(key -> key.referencing(key.referenced().overPeriod()));
    }

    private S changeForeignKey(UnaryOperator<ForeignKeyConstraint> change) {
        if (changes.last() instanceof AddConstraint added && added.constraint() instanceof ForeignKeyConstraint key) {
            changes.replaceLast(new AddConstraint(added.table(), change.apply(key)));
            return self();
        }
        throw new IllegalStateException(
                "onDelete, onUpdate, matchFull and overPeriod speak of the foreign key added just"
                        + " before; there is none.");
    }

    /** Says of the constraint just added that the transaction can put off its check. */
    public final S deferrable() {
        return deferring(Deferral.INITIALLY_IMMEDIATE);
    }

    /** Says of the constraint just added that it is checked only at the end of the transaction. */
    public final S deferred() {
        return deferring(Deferral.INITIALLY_DEFERRED);
    }

    private S deferring(Deferral deferral) {
        if (changes.last() instanceof AddConstraintUsingIndex added) {
            changes.replaceLast(added.deferring(deferral));
            return self();
        }
        return changeConstraint(constraint -> constraint.deferring(deferral));
    }

    /** Says of the constraint just added that only rows which are written from now on are held to it. */
    public final S notValid() {
        return changeConstraint(constraint -> constraint.enforcing(Enforcement.NOT_VALID));
    }

    /** Says of the constraint just added that no row is held to it; from PostgreSQL 18 on. */
    public final S notEnforced() {
        return changeConstraint(constraint -> constraint.enforcing(Enforcement.NOT_ENFORCED));
    }

    /** Says of the constraint just added that tables which inherit from this one do not have it. */
    public final S noInherit() {
        return changeConstraint(constraint -> constraint.inheriting(false));
    }

    /** Says of the constraint just added that this is its name. */
    public final S named(String name) {
        return changeConstraint(constraint -> constraint.named(name));
    }

    private S changeConstraint(UnaryOperator<Constraint> change) {
        if (changes.last() instanceof AddConstraint added) {
            changes.replaceLast(new AddConstraint(added.table(), change.apply(added.constraint())));
            return self();
        }
        throw new IllegalStateException("deferrable, deferred, notValid, notEnforced, noInherit and named speak of the"
                + " constraint added just before; there is none.");
    }

    /** Changes how a constraint is seen to: {@code alterConstraint("fk_orders_account_id", deferred())}. */
    public final S alterConstraint(String constraint, ConstraintChange change) {
        return record(new AlterConstraint(table, constraint, change));
    }

    /** Looks at the rows that a constraint has left out so far. */
    public final S validateConstraint(String constraint) {
        return record(new ValidateConstraint(table, constraint));
    }

    /** Says what a constraint is for. */
    public final S commentOnConstraint(String constraint, String text) {
        return record(new SetConstraintComment(table, constraint, Optional.of(text)));
    }

    /** Says no more what a constraint is for. */
    public final S noCommentOnConstraint(String constraint) {
        return record(new SetConstraintComment(table, constraint, Optional.empty()));
    }

    /** Says what the index of a key or an exclusion constraint is for, which is kept apart from what is said of the constraint. */
    public final S commentOnIndexOf(String constraint, String text) {
        return record(new SetConstraintIndexComment(table, constraint, Optional.of(text)));
    }

    /** Says no more what the index of a constraint is for. */
    public final S noCommentOnIndexOf(String constraint) {
        return record(new SetConstraintIndexComment(table, constraint, Optional.empty()));
    }

    /** Removes a constraint. */
    public final S dropConstraint(String constraint) {
        return record(new DropConstraint(table, constraint));
    }

    /** Gives a constraint another name. */
    public final S renameConstraint(String from, String to) {
        return record(new RenameConstraint(table, from, to));
    }

    /** Adds what a clause says, one constraint after the other. */
    final void add(TableClause clause) {
        Table nothing = Table.of(table.name(), List.of());
        clause.addTo(nothing, naming()).constraints().values().forEach(c -> record(new AddConstraint(table, c)));
        clause.afterwards(nothing, naming()).forEach(this::record);
    }

    final ObjectId<Index> indexId(String index) {
        return Index.id(QualifiedName.of(table.name().schema(), index));
    }
}

package dev.varve.dsl;

import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Reactions;
import dev.varve.model.Referenced;
import dev.varve.model.ReferentialAction;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * The other end of a foreign key, and what happens to this one when it changes.
 *
 * @param model the model of the other table, if it has one
 */
public record Reference(
        Optional<String> name,
        Referenced referenced,
        Optional<TableModel<?>> model,
        Reactions reactions,
        Deferral deferral,
        Enforcement enforcement) {

    Reference(Named relation, List<String> columns) {
        this(
                Optional.empty(),
                Referenced.of(relation.id(), columns),
                Optional.of(relation).filter(TableModel.class::isInstance).map(TableModel.class::cast),
                Reactions.NONE,
                Deferral.NOT_DEFERRABLE,
                Enforcement.ENFORCED);
    }

    /** The same reference of a foreign key with this name. */
    public Reference named(String other) {
        return new Reference(Optional.of(other), referenced, model, reactions, deferral, enforcement);
    }

    /** The same reference with what happens here when the referenced row is deleted, to some columns or to all if none is named. */
    public Reference onDelete(ReferentialAction action, String... columns) {
        return reacting(reactions.onDelete(action, List.of(columns)));
    }

    /** The same reference with what happens here when the referenced key changes. */
    public Reference onUpdate(ReferentialAction action) {
        return reacting(reactions.onUpdate(action));
    }

    private Reference reacting(Reactions others) {
        return new Reference(name, referenced, model, others, deferral, enforcement);
    }

    /** The same reference, where of several columns either all are null or none. */
    public Reference matchFull() {
        return new Reference(name, referenced.matchingFully(), model, reactions, deferral, enforcement);
    }

    /** The same reference, whose last column is a range that ranges of the other table cover together; from PostgreSQL 18 on. */
    public Reference overPeriod() {
        return new Reference(name, referenced.overPeriod(), model, reactions, deferral, enforcement);
    }

    /** The same reference, checked after each statement unless the transaction puts it off. */
    public Reference deferrable() {
        return new Reference(name, referenced, model, reactions, Deferral.INITIALLY_IMMEDIATE, enforcement);
    }

    /** The same reference, checked only at the end of the transaction. */
    public Reference deferred() {
        return new Reference(name, referenced, model, reactions, Deferral.INITIALLY_DEFERRED, enforcement);
    }

    /** The same reference, which PostgreSQL enforces for no row; from version 18 on. */
    public Reference notEnforced() {
        return new Reference(name, referenced, model, reactions, deferral, Enforcement.NOT_ENFORCED);
    }

    /** The same reference, to which only rows that are written from now on are held. */
    public Reference notValid() {
        return new Reference(name, referenced, model, reactions, deferral, Enforcement.NOT_VALID);
    }

    ForeignKeyConstraint from(List<String> columns, QualifiedName table, NamingConvention naming) {
        String given = name.orElseGet(() -> naming.shortName(NamingConvention.Kind.FOREIGN_KEY, table, columns));
        return new ForeignKeyConstraint(given, columns, referenced, reactions, deferral, enforcement);
    }
}

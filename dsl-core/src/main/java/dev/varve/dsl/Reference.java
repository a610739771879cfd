package dev.varve.dsl;

import dev.varve.model.Constraint;
import dev.varve.model.Deferral;
import dev.varve.model.ObjectId;
import dev.varve.model.ReferentialAction;
import dev.varve.model.Table;
import java.util.List;

/** The other end of a foreign key, and what happens to this one when it changes. */
public record Reference(
        ObjectId<Table> table,
        List<String> columns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferral deferral) {

    public Reference {
        columns = List.copyOf(columns);
    }

    Reference(ObjectId<Table> table, List<String> columns) {
        this(table, columns, ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION, Deferral.NOT_DEFERRABLE);
    }

    /** The same reference with what happens here when the referenced row is deleted. */
    public Reference onDelete(ReferentialAction action) {
        return new Reference(table, columns, action, onUpdate, deferral);
    }

    /** The same reference with what happens here when the referenced key changes. */
    public Reference onUpdate(ReferentialAction action) {
        return new Reference(table, columns, onDelete, action, deferral);
    }

    /** The same reference, checked only at the end of the transaction. */
    public Reference deferred() {
        return new Reference(table, columns, onDelete, onUpdate, Deferral.INITIALLY_DEFERRED);
    }

    Constraint.ForeignKey from(String name, List<String> from) {
        return new Constraint.ForeignKey(name, from, table, columns, onDelete, onUpdate, deferral);
    }
}

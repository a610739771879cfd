package dev.varve.model;

import dev.varve.sql.Sql;
import java.util.List;
import java.util.Set;

/**
 * What happens to a row when the row that it references changes.
 *
 * @param cleared the columns that are set on delete, where those are not all columns of the key
 */
public record Reactions(ReferentialAction onDelete, List<String> cleared, ReferentialAction onUpdate) {

    /** The change is refused, if nothing mends it before the statement ends. */
    public static final Reactions NONE =
            new Reactions(ReferentialAction.NO_ACTION, List.of(), ReferentialAction.NO_ACTION);

    private static final Set<ReferentialAction> CLEARING =
            Set.of(ReferentialAction.SET_NULL, ReferentialAction.SET_DEFAULT);

    public Reactions {
        cleared = List.copyOf(cleared);
        if (!cleared.isEmpty() && !CLEARING.contains(onDelete)) {
            throw new IllegalArgumentException("Only SET_NULL and SET_DEFAULT concern some columns " + cleared + "; "
                    + onDelete + " concerns the whole row.");
        }
    }

    /** The same with another action when the referenced row is deleted, on these columns or on all if there are none. */
    public Reactions onDelete(ReferentialAction action, List<String> columns) {
        return new Reactions(action, columns, onUpdate);
    }

    /** The same with another action when the referenced key changes. */
    public Reactions onUpdate(ReferentialAction action) {
        return new Reactions(onDelete, cleared, action);
    }

    /** Whether they give other values to the columns of the key in the row that references. */
    boolean changesColumns() {
        return CLEARING.contains(onDelete) || CLEARING.contains(onUpdate) || onUpdate == ReferentialAction.CASCADE;
    }

    Reactions following(ObjectId<?> table, Rename rename) {
        return new Reactions(onDelete, rename.followColumns(table, cleared), onUpdate);
    }

    Sql clause() {
        Sql some = cleared.isEmpty() ? Sql.raw("") : Sql.of(" ({})", Sql.names(cleared));
        return Sql.raw(onDelete.clause("delete")).then(some).then(Sql.raw(onUpdate.clause("update")));
    }
}

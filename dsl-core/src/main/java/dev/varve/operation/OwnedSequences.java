package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Sequence;
import java.util.List;
import java.util.Optional;

/** The sequences that belong to a relation and go along when that becomes one of another kind; others may take numbers from them meanwhile. */
record OwnedSequences(List<Sequence> sequences) {

    static OwnedSequences of(ObjectId<?> relation, Database database) {
        return new OwnedSequences(database.owned(relation).stream()
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .toList());
    }

    /** A database in which they belong to nothing. */
    Database free(Database database) {
        Database free = database;
        for (Sequence sequence : sequences) {
            free = free.alter(sequence.id(), Sequence::unowned);
        }
        return free;
    }

    /** A database in which they belong to the same columns of another relation. */
    Database given(Database database, ObjectId<?> relation) {
        Database owned = database;
        for (Sequence sequence : sequences) {
            Optional<Sequence.Owner> owner =
                    sequence.ownedBy().map(column -> new Sequence.Owner(relation, column.column()));
            owned = owned.alter(sequence.id(), free -> free.ownedBy(owner));
        }
        return owned;
    }
}

package dev.varve.model;

/** What goes on referencing what a relation has become, a table that is a partition now, or the other way round: foreign keys and publications. */
record ReferencesTo(Rename.OfObject change) {

    /** A user of the relation, with its references to that. */
    SchemaObject in(SchemaObject user) {
        if (user instanceof PartitionConstraint own) {
            return new PartitionConstraint(own.on(), following(own.constraint(), own.on()));
        }
        if (user instanceof Publication publication) {
            return publication.following(change);
        }
        return user instanceof Table table ? in(table) : user;
    }

    private Table in(Table table) {
        Table changed = table;
        for (String name : table.constraints().keySet()) {
            changed = changed.alterConstraint(name, constraint -> following(constraint, table.id()));
        }
        return changed;
    }

    private Constraint following(Constraint constraint, ObjectId<?> relation) {
        return constraint instanceof ForeignKeyConstraint key ? key.following(relation, change) : constraint;
    }
}

package dev.varve.revision;

import dev.varve.dsl.Migration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A revision as its class declares it.
 *
 * @param parents the ids of the revisions of the same database that come right before it
 * @param requirements the revisions of other databases that must have been applied before it
 */
public record RevisionNode(
        String id,
        String database,
        String description,
        Class<? extends Migration> migration,
        List<String> parents,
        List<Requirement> requirements) {

    /** A revision by its database and its id, as those of other databases require it. */
    public record Requirement(String database, String id) {

        @Override
        public String toString() {
            return id + " of " + database;
        }
    }

    public RevisionNode {
        parents = List.copyOf(parents);
        requirements = List.copyOf(requirements);
    }

    /** Where it is, over all databases. */
    Requirement place() {
        return new Requirement(database, id);
    }

    /** Everything that has to come before it, in its own database or another one. */
    Set<Requirement> dependencies() {
        Set<Requirement> all = new LinkedHashSet<>(requirements);
        parents.forEach(parent -> all.add(new Requirement(database, parent)));
        return all;
    }

    /** The id and the class, as messages say it. */
    @Override
    public String toString() {
        return id + " (" + migration.getName() + ")";
    }
}

package dev.varve.revision;

import dev.varve.dsl.Migration;
import java.util.List;

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

    /** A revision of another database. */
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

    /** The id and the class, as messages say it. */
    @Override
    public String toString() {
        return id + " (" + migration.getName() + ")";
    }
}

package dev.varve.revision;

import dev.varve.dsl.Migration;
import dev.varve.model.Suggestion;
import dev.varve.revision.RevisionNode.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a migration says of itself by its annotation and its name. */
record AnnotatedRevision(Class<? extends Migration> migration, Revision revision) {

    /**
     * The revision that a migration is.
     *
     * @throws HistoryException if it is not annotated
     */
    static AnnotatedRevision of(Class<? extends Migration> migration) {
        return Optional.ofNullable(migration.getAnnotation(Revision.class))
                .map(revision -> new AnnotatedRevision(migration, revision))
                .orElseThrow(() -> new HistoryException(migration.getName()
                        + " is no revision; annotate it with @Revision(id = ..., database = ...)."));
    }

    /**
     * The revision with all on which it depends.
     *
     * @param all the migrations that were found
     * @param databases those that are known
     * @throws HistoryException if its id cannot be one, its database is not known, or it depends on what was not found
     */
    RevisionNode node(Set<Class<? extends Migration>> all, Collection<String> databases) {
        check(databases);
        List<String> parents = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (Class<? extends Migration> dependency : revision.dependsOn()) {
            Revision other = found(dependency, all).revision();
            if (other.database().equals(revision.database())) {
                parents.add(other.id());
            } else {
                requirements.add(new Requirement(other.database(), other.id()));
            }
        }
        return new RevisionNode(revision.id(), revision.database(), description(), migration, parents, requirements);
    }

    private void check(Collection<String> databases) {
        RevisionTarget.objectionTo(revision.id()).ifPresent(objection -> {
            throw new HistoryException("The id \"" + revision.id() + "\" of " + migration.getName() + " " + objection);
        });
        if (!databases.contains(revision.database())) {
            throw new HistoryException("Revision " + this + " is for the database \"" + revision.database()
                    + "\", which is not configured; known are "
                    + String.join(", ", new TreeSet<>(databases)) + "."
                    + Suggestion.of(revision.database(), databases));
        }
    }

    private AnnotatedRevision found(Class<? extends Migration> dependency, Set<Class<? extends Migration>> all) {
        if (!all.contains(dependency)) {
            throw new HistoryException("Revision " + this + " depends on " + dependency.getName()
                    + ", which is not among the revisions that were found. Add it, or scan its package too.");
        }
        return of(dependency);
    }

    /** {@code CreateMarketDataTables} becomes {@code Create market data tables}. */
    private String description() {
        if (!revision.description().isEmpty()) {
            return revision.description();
        }
        String[] words = migration
                .getSimpleName()
                .split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])(?![A-Z]s(?![a-z]))|(?<=[a-z])(?=[0-9]{4})");
        return words[0]
                + Arrays.stream(words, 1, words.length)
                        .map(word -> ' ' + (isAbbreviation(word) ? word : word.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining());
    }

    private static boolean isAbbreviation(String word) {
        return word.matches("[A-Z0-9]{2,}s?");
    }

    @Override
    public String toString() {
        return revision.id() + " (" + migration.getName() + ")";
    }
}

package dev.varve.cli;

import dev.varve.execute.MigratorBuilder;
import dev.varve.revision.RevisionTarget;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How revisions are applied or taken back: now, to be shown only, or as a script. */
final class RunOptions {

    @Option(names = "--sql", description = "Print a script for psql and change nothing; no database is asked.")
    private boolean sql;

    @Option(
            names = "--from",
            paramLabel = "TARGET",
            description =
                    "With --sql: the revision at which the database stands; by default base for an upgrade, and head"
                            + " for a downgrade.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--dry-run",
            description =
                    "Show what would run now and what it loses, after asking the databases where they stand and what they"
                            + " would refuse.")
    private boolean dry;

    @Option(names = "--allow-changed", description = "Go on although an applied revision was edited since.")
    private boolean allowChanged;

    /**
     * Whether a script is wanted.
     *
     * @throws CliException if it is not, but something is said that only concerns one
     */
    boolean isScript() {
        if (from.isPresent() && !sql) {
            throw new CliException("--from says where a script begins, and is of no use without --sql: where a database"
                    + " stands is asked of it otherwise.");
        }
        return sql;
    }

    /** Where the script begins. */
    RevisionTarget from(RevisionTarget otherwise) {
        return from.map(RevisionTarget::new).orElse(otherwise);
    }

    /** Whether nothing is to be changed. */
    boolean isDry() {
        return dry;
    }

    /** A migrator that goes about it like that. */
    MigratorBuilder configure(MigratorBuilder builder) {
        MigratorBuilder same = allowChanged ? builder.allowChanged() : builder;
        return dry ? same.dryRun() : same;
    }
}

package dev.varve.execute;

import dev.varve.diff.Scope;
import dev.varve.introspect.Introspector;
import java.sql.SQLException;

/** Keeps what a database holds after a run, and looks before the next one whether somebody has changed it by hand meanwhile. */
record DriftGuard(DriftWatch watch, Scope scope, Introspector introspector, Run run) {

    /**
     * Looks before a run.
     *
     * @throws ExecutionException if the database was changed by hand, and that is to be refused
     */
    void before(String database, StoreContents seen, LockedDatabase locked) throws SQLException {
        if (watch == DriftWatch.OFF || seen.fingerprint().isEmpty()) {
            return;
        }
        boolean interrupted = seen.unfinished().isPresent();
        if (!interrupted && locked.fingerprint(introspector, scope).contradicts(seen.fingerprint())) {
            refuseOrTell(database);
        }
    }

    private void refuseOrTell(String database) {
        if (watch == DriftWatch.REFUSE) {
            throw new ExecutionException(
                    "The database \"" + database + "\" was changed by hand since it was migrated last."
                            + " Nothing was changed. \"drift -d " + database
                            + "\" shows how; \"--adopt\" makes a revision of it, and"
                            + " \"--revert\" prints the way back.");
        }
        run.listener().drifted(database);
    }

    /** Keeps what a database holds after a run, unless that is known because nothing was done, or a revision is still to be finished. */
    void after(LockedDatabase locked) throws SQLException {
        if (watch != DriftWatch.OFF) {
            StoreContents now = locked.contents();
            if (now.unfinished().isEmpty() && now.fingerprint().isEmpty()) {
                locked.execute(run.store()
                        .fingerprint(locked.fingerprint(introspector, scope).toString()));
            }
        }
    }

    /** Does the same after a run that failed, as far as that is still possible. */
    void after(LockedDatabase locked, Exception failure) {
        try {
            after(locked);
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}

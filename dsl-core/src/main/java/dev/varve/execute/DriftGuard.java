package dev.varve.execute;

import dev.varve.introspect.CatalogException;
import java.sql.SQLException;

/**
 * Keeps what a database holds after a run, and looks before the next one whether somebody has changed it by hand meanwhile. Where no
 * fingerprint can tell that, because a run was lost or another release made it, what the revisions say has to.
 */
record DriftGuard(DriftWatch watch, AgainstHistory againstHistory, Run run) {

    /**
     * Looks before a run.
     *
     * @throws ExecutionException if the database was changed by hand, and that is to be refused
     */
    void before(String database, StoreContents seen, LockedDatabase locked) throws SQLException {
        boolean isInterrupted = seen.unfinished().isPresent();
        if (watch != DriftWatch.OFF && !isInterrupted && isChanged(database, seen, locked)) {
            refuseOrTell(database);
        }
    }

    private boolean isChanged(String database, StoreContents seen, LockedDatabase locked) {
        if (!seen.fingerprint().isEmpty()) {
            Fingerprint now = locked.fingerprint(againstHistory);
            if (now.isComparable(seen.fingerprint())) {
                return !now.is(seen.fingerprint());
            }
        }
        return !seen.revisions().isEmpty() && differs(database, seen, locked);
    }

    /** Not every role that migrates a database may make schemas, which the comparison needs. */
    private boolean differs(String database, StoreContents seen, LockedDatabase locked) {
        try {
            return locked.compare(againstHistory, seen).isDifferent();
        } catch (CatalogException e) {
            if (e.isMistake()) {
                throw e;
            }
            run.listener().incomparable(database, e.getMessage());
            return false;
        }
    }

    private void refuseOrTell(String database) {
        if (watch == DriftWatch.REFUSE) {
            throw new ExecutionException(
                    "The database \"" + database + "\" is not as its revisions left it: it was changed by hand, or by"
                            + " statements of theirs that do not say what they make. Nothing was changed. \"drift -d "
                            + database + "\" shows how; \"--adopt\" makes a revision of it, and"
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
                        .fingerprint(locked.fingerprint(againstHistory).toString()));
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

package dev.varve.execute;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A revision as the version store of a database remembers it.
 *
 * @param canonical what it did, in its canonical form
 * @param sourceDigest a digest of the class that defined it
 * @param segments how many segments it is cut into, if it was interrupted
 * @param segmentsDone how many of its segments are done, if it was interrupted
 * @param segmentBegun whether the next segment was begun when it was interrupted
 * @param milliseconds how long it took, in milliseconds
 * @param fingerprint what the database held when it was the last one; empty if that is not known
 */
public record AppliedRevision(
        String id,
        String description,
        List<String> parents,
        String checksum,
        String canonical,
        String sourceDigest,
        State state,
        int segments,
        int segmentsDone,
        boolean segmentBegun,
        String appliedBy,
        OffsetDateTime appliedAt,
        long milliseconds,
        String fingerprint) {

    /** How far a revision is. */
    public enum State {
        /** All of it is there. */
        APPLIED,
        /** Its application was interrupted. */
        APPLYING,
        /** Its taking back was interrupted. */
        REVERTING
    }

    public AppliedRevision {
        parents = List.copyOf(parents);
    }

    /** Whether nothing of it is missing or in the way. */
    public boolean isComplete() {
        return state == State.APPLIED;
    }

    /** When and by whom, and how long it took. */
    public String summary() {
        return switch (state) {
            case APPLIED ->
                "applied " + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(appliedAt) + " by " + appliedBy
                        + ", " + milliseconds + " ms";
            case APPLYING -> "interrupted while it was applied";
            case REVERTING -> "interrupted while it was taken back";
        };
    }
}

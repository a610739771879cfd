package dev.varve.execute;

import dev.varve.diff.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a database compares with its history.
 *
 * @param findings the places in which it differs
 * @param unreadable what it holds that cannot be compared, in words
 */
public record CheckResult(String database, List<Finding> findings, List<String> unreadable) {

    public CheckResult {
        findings = List.copyOf(findings);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether nothing differs. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** What the database holds that its history does not know, in words. */
    public List<String> unknownObjects() {
        Stream<String> unexpected = findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.UNEXPECTED)
                .map(finding -> finding.object().toString());
        return Stream.concat(unexpected, unreadable.stream()).toList();
    }
}

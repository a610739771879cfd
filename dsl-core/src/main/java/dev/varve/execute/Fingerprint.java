package dev.varve.execute;

import dev.varve.diff.Findings;
import dev.varve.diff.Scope;
import dev.varve.introspect.Introspection;
import dev.varve.model.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * What a database holds, as a short text that differs where that differs. Another version of the server may print the same otherwise, and
 * another release of the library read it otherwise, so that only fingerprints of the same two can be compared.
 *
 * @param made with which server and library it was made, and of what
 * @param digest the SHA-256 of everything that was read
 */
record Fingerprint(String made, String digest) {

    static Fingerprint of(Introspection introspection, Scope scope) {
        Database whole = introspection.database();
        Database database = scope.of(whole, Database.empty().on(whole.environment()));
        String text = database.environment() + "\n" + Findings.comparable(database) + "\n"
                + String.join("\n", introspection.unreadable());
        return new Fingerprint(made(database, scope), digest(text));
    }

    /** What is compared by another scope cannot be compared; what its condition says nobody can tell. */
    private static String made(Database database, Scope scope) {
        String made = database.environment().major() + "/" + LibraryVersion.current();
        boolean whole = scope.included().isEmpty()
                && scope.excluded().isEmpty()
                && scope.ignored().isEmpty();
        String words = scope.included() + " " + scope.excluded() + " " + new TreeSet<>(scope.ignored());
        return whole ? made : made + "/" + digest(words).substring(0, 8);
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Whether that text is a fingerprint that can be compared with this one. */
    boolean isComparable(String stored) {
        return stored.startsWith(made + ':');
    }

    /** Whether that text is this fingerprint. */
    boolean is(String stored) {
        return stored.equals(toString());
    }

    @Override
    public String toString() {
        return made + ':' + digest;
    }
}

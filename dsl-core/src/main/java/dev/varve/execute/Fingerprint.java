package dev.varve.execute;

import dev.varve.introspect.Introspection;
import dev.varve.model.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a database holds, as a short text that differs where that differs. Another version of the server may print the same otherwise, and
 * another release of the library read it otherwise, so that only fingerprints of the same two can be compared.
 *
 * @param made with which server and library it was made
 * @param digest the SHA-256 of everything that was read
 */
record Fingerprint(String made, String digest) {

    static Fingerprint of(Introspection introspection) {
        Database database = introspection.database();
        String text = database + "\n" + String.join("\n", introspection.unreadable());
        return new Fingerprint(database.environment().major() + "/" + LibraryVersion.current(), digest(text));
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Whether that text is a fingerprint that can be compared with this one, and is another one. */
    boolean contradicts(String stored) {
        return stored.startsWith(made + ':') && !stored.equals(toString());
    }

    @Override
    public String toString() {
        return made + ':' + digest;
    }
}

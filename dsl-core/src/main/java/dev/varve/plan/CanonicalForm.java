package dev.varve.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a revision does, as a text that stays the same as long as the revision does: its parents, its operations in words and their SQL,
 * a line each. Formatting, comments and names inside the class play no part in it.
 *
 * @param version the version of this form; a later release that changes the form keeps making the older ones for comparison
 */
public record CanonicalForm(int version, String text) {

    /** The form that this release writes. */
    public static final int CURRENT = 1;

    /** The form's version and the SHA-256 of its text, such as {@code 1:9f86d081...}. */
    public String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return version + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

package dev.varve.execute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/**
 * A digest of the bytes of a class. As long as it stays the same, what the class defines need not be looked at again; when it changes,
 * the canonical forms are compared, so that another compiler does no harm.
 */
final class SourceDigest {

    private SourceDigest() {}

    static String of(Class<?> type) {
        String resource = '/' + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(resource)) {
            if (in == null) {
                return "";
            }
            CRC32 crc = new CRC32();
            crc.update(in.readAllBytes());
            return String.format("%08x", crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.varve.dsl;

import dev.varve.sql.Identifier;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names that PostgreSQL would cut off, cut so that two long names with the same beginning stay apart. */
final class ShortName {

    private static final int HASH_LENGTH = 9; // an underscore and eight hexadecimal digits

    private ShortName() {}

    static String of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= Identifier.MAX_BYTES ? name : beginning(name) + '_' + hash(bytes);
    }

    /** As many whole characters as fit. */
    private static String beginning(String name) {
        ByteBuffer fitting = ByteBuffer.allocate(Identifier.MAX_BYTES - HASH_LENGTH);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(name), fitting, true);
        return new String(fitting.array(), 0, fitting.position(), StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format("%08x", crc.getValue());
    }
}

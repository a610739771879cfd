package dev.varve.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the servers of tests keep what they forget in the end: in memory, where the machine offers that and has room. A law creates and drops
 * files by the dozen, which takes a disk's file system longer than PostgreSQL itself.
 */
final class ServerFiles {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 4L << 30;

    private ServerFiles() {}

    /** A new, empty directory. */
    static Path directory(String prefix) throws IOException {
        return isRoomy(MEMORY) ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
    }

    private static boolean isRoomy(Path place) throws IOException {
        return Files.isWritable(place) && Files.getFileStore(place).getUsableSpace() >= ENOUGH_BYTES;
    }
}

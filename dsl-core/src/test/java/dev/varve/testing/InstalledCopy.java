package dev.varve.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installed PostgreSQL as it would be if another version of TimescaleDB, which is installed beside the one that {@code create extension}
 * makes, were that one. Its programs look for their files beside themselves, so that links to the installed ones do.
 */
final class InstalledCopy {

    private static final String CONTROL = "timescaledb.control";

    private final Path root;
    private final Path binaries;
    private final Path shared;

    private InstalledCopy(Path root, Path binaries, Path shared) {
        this.root = root;
        this.binaries = binaries;
        this.shared = shared;
    }

    /** Copies an installation into a directory and gives where the programs of the copy are. */
    static Path of(Path binaries, Path shared, Path root, String version) throws IOException {
        if (!Files.exists(shared.resolve("extension/timescaledb--" + version + ".sql"))) {
            throw new IllegalStateException("TimescaleDB " + version + " is not installed in " + shared
                    + ", which -Dvarve.timescale.version asks for.");
        }
        return new InstalledCopy(root, binaries, shared).make(version);
    }

    private Path make(String version) throws IOException {
        Path programs = Files.createDirectories(copyOf(binaries));
        for (String program : List.of("initdb", "pg_ctl", "pg_dump", "postgres")) {
            Files.copy(binaries.resolve(program), programs.resolve(program));
        }
        Path libraries = binaries.resolveSibling("lib");
        Files.createSymbolicLink(copyOf(libraries), libraries);
        link(shared, "extension");
        link(shared.resolve("extension"), CONTROL);
        Path control = shared.resolve("extension").resolve(CONTROL);
        Files.writeString(
                copyOf(control),
                Files.readString(control)
                        .replaceAll("(?m)^(default_version|module_pathname)(.*?)[\\d.]+'$", "$1$2" + version + "'"));
        return programs;
    }

    private Path copyOf(Path path) {
        return root.resolve(Path.of("/").relativize(path));
    }

    private void link(Path directory, String except) throws IOException {
        Files.createDirectories(copyOf(directory));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> !f.endsWith(except)).toList()) {
                Files.createSymbolicLink(copyOf(file), file);
            }
        }
    }
}

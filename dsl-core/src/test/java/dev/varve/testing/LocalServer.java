package dev.varve.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A throw-away cluster of the PostgreSQL that is installed on this machine, with TimescaleDB if that is installed too, in the version
 * {@code -Dvarve.timescale.version} or else in the one that is its default. It stops and its files go when the JVM ends.
 */
final class LocalServer {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String TIMESCALE = "extension/timescaledb.control";

    private final Path binaries;
    private final Path home;
    private final int port;

    private LocalServer(Path binaries, Path home, int port) {
        this.binaries = binaries;
        this.home = home;
        this.port = port;
    }

    /** A running cluster, if a server is installed; one with TimescaleDB is preferred. */
    static Optional<TestServer> start() {
        Comparator<Path> byTimescale = Comparator.comparing(LocalServer::hasTimescale);
        return installed()
                .max(byTimescale.thenComparing(Comparator.naturalOrder()))
                .map(LocalServer::start);
    }

    private static Stream<Path> installed() {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin")).forEach(found::add);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        output("pg_config", "--bindir").map(Path::of).ifPresent(found::add);
        return found.stream()
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .distinct();
    }

    private static boolean hasTimescale(Path binaries) {
        return timescale(binaries).isPresent();
    }

    /** The directory of shared files that has TimescaleDB. */
    private static Optional<Path> timescale(Path binaries) {
        Path config = binaries.resolve("pg_config");
        Path debian =
                Path.of("/usr/share/postgresql").resolve(binaries.getParent().getFileName());
        Path shared = output(config.toString(), "--sharedir").map(Path::of).orElse(debian);
        return Stream.of(shared, debian)
                .filter(directory -> Files.exists(directory.resolve(TIMESCALE)))
                .findFirst();
    }

    private static TestServer start(Path binaries) {
        try {
            Path home = ServerFiles.directory("varve-postgres");
            LocalServer server = new LocalServer(versioned(binaries, home), home, freePort());
            server.initialise();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.control("start");
            return new JdbcServer(
                    "from " + binaries, "127.0.0.1", server.port, "postgres", "", "postgres", server::dump);
        } catch (IOException e) {
            throw new IllegalStateException("The PostgreSQL in " + binaries + " did not start: " + e.getMessage(), e);
        }
    }

    /** The programs of a server that has the wanted version of TimescaleDB. */
    private static Path versioned(Path binaries, Path home) throws IOException {
        Optional<String> version = Optional.ofNullable(System.getProperty("varve.timescale.version"));
        Optional<Path> shared = timescale(binaries);
        return version.isPresent() && shared.isPresent()
                ? InstalledCopy.of(binaries, shared.get(), home.resolve("installed"), version.get())
                : binaries;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialise() throws IOException {
        if (isRoot()) {
            run(List.of("chown", "postgres", home.toString()));
        }
        run(asServer(
                "initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"));
        Files.writeString(Path.of(data(), "postgresql.conf"), settings(), StandardOpenOption.APPEND);
    }

    private String settings() {
        String settings = """

                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                autovacuum = off
                max_wal_size = 256MB
                jit = off
                max_connections = 200
                max_worker_processes = 40
                """.formatted(port);
        return hasTimescale(binaries)
                ? settings + "shared_preload_libraries = 'timescaledb'\ntimescaledb.telemetry_level = off\n"
                        + "timescaledb.max_background_workers = 0\n"
                : settings;
    }

    private void control(String verb, String... options) {
        List<String> command = new ArrayList<>(asServer("pg_ctl", "-D", data(), "-l", log().toString(), "-w", verb));
        command.addAll(List.of(options));
        run(command);
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private Path log() {
        return home.resolve("log");
    }

    private void stop() {
        control("stop", "-m", "immediate");
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> dump(String database) {
        String program = binaries.resolve("pg_dump").toString();
        // what TimescaleDB keeps for itself has other numbers every time
        return Optional.of(run(List.of(
                program,
                "--schema-only",
                "-N",
                "_timescaledb_*",
                "-h",
                "127.0.0.1",
                "-p",
                "" + port,
                "-U",
                "postgres",
                "-d",
                database)));
    }

    /** A server refuses to run as root, so there it runs as the user that packages make for it. */
    private List<String> asServer(String program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Optional<String> output(String... command) {
        try {
            return Optional.of(run(List.of(command)).strip()).filter(text -> !text.isEmpty());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Output goes to a file, because a server that stays behind would keep a pipe open. */
    private static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("varve", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(new java.io.File("/"))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                boolean ended = process.waitFor(60, TimeUnit.SECONDS);
                String text = Files.readString(output, StandardCharsets.UTF_8);
                if (!ended || process.exitValue() != 0) {
                    throw new IllegalStateException(String.join(" ", command) + " failed: " + text.strip());
                }
                return text;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + " cannot run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command.get(0) + " ran.", e);
        }
    }
}

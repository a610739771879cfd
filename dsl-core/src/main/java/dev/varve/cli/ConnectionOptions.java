package dev.varve.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say where the databases are; every command that needs one has them. */
final class ConnectionOptions {

    @Option(
            names = "--url",
            paramLabel = "DATABASE=URL",
            description =
                    "JDBC URL of a database. Default: VARVE_<DATABASE>_URL, then <database>.url in varve.properties.")
    private Map<String, String> urls = new LinkedHashMap<>();

    @Option(names = "--user", paramLabel = "DATABASE=NAME", description = "User of a database. Default as for --url.")
    private Map<String, String> users = new LinkedHashMap<>();

    @Option(
            names = "--password",
            paramLabel = "DATABASE=PASSWORD",
            description =
                    "Password of a database. Others on this machine can see it here; prefer VARVE_<DATABASE>_PASSWORD.")
    private Map<String, String> passwords = new LinkedHashMap<>();

    @Option(names = "--config", paramLabel = "FILE", description = "Read this file in place of varve.properties.")
    private Optional<Path> file = Optional.empty();

    Map<String, String> urls() {
        return urls;
    }

    Map<String, String> users() {
        return users;
    }

    Map<String, String> passwords() {
        return passwords;
    }

    /** The databases of which something is said. */
    Set<String> databases() {
        Set<String> databases = new LinkedHashSet<>(urls.keySet());
        databases.addAll(users.keySet());
        databases.addAll(passwords.keySet());
        return databases;
    }

    Optional<Path> file() {
        return file;
    }
}

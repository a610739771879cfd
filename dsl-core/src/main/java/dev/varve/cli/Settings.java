package dev.varve.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the command line is told about the databases: by options first, then by the environment ({@code VARVE_POSTGRES_URL}, {@code _USER},
 * {@code _PASSWORD} for the database {@code postgres}), then by {@code varve.properties} ({@code postgres.url}, {@code postgres.user},
 * {@code postgres.password}).
 */
record Settings(ConnectionOptions options, Map<String, String> environment, Properties file) {

    /** The file that is read if no other one is named. */
    static final Path DEFAULT_FILE = Path.of("varve.properties");

    static Settings load(ConnectionOptions options, Map<String, String> environment) {
        return new Settings(
                options,
                environment,
                read(options.file().orElse(DEFAULT_FILE), options.file().isPresent()));
    }

    private static Properties read(Path file, boolean required) {
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            if (required) {
                throw new CliException("There is no file " + file + ", which --config names.");
            }
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new CliException("The file " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** Where a database is, if anybody said so. */
    Optional<ConnectionSettings> connection(String database) {
        return value(options.urls(), database, "url")
                .map(url -> new ConnectionSettings(
                        url,
                        value(options.users(), database, "user"),
                        value(options.passwords(), database, "password")));
    }

    private Optional<String> value(Map<String, String> option, String database, String what) {
        return Optional.ofNullable(option.get(database))
                .or(() -> Optional.ofNullable(environment.get(variable(database, what))))
                .or(() -> property(database + '.' + what))
                .filter(value -> !value.isBlank());
    }

    /** The environment variable for a database, such as {@code VARVE_POSTGRES_URL}. */
    static String variable(String database, String what) {
        String name = database.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return "VARVE_" + name + '_' + what.toUpperCase(Locale.ROOT);
    }

    /** A value of {@code varve.properties}. */
    Optional<String> property(String key) {
        return Optional.ofNullable(file.getProperty(key));
    }
}

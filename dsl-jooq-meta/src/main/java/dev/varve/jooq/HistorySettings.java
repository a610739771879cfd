package dev.varve.jooq;

import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Environment;
import dev.varve.model.Suggestion;
import dev.varve.plan.History;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.scan.RevisionScanner;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the generator's configuration says of the history.
 *
 * @param database the database whose revisions are meant
 * @param packages where revisions are looked for, with the packages below; everywhere if there are none
 * @param naming how the revisions call what nobody named
 * @param server the server for which the code is generated
 */
record HistorySettings(String database, List<String> packages, NamingConvention naming, Environment server) {

    HistorySettings {
        packages = List.copyOf(packages);
    }

    /**
     * The settings among the properties of the generator's database.
     *
     * @throws IllegalArgumentException if the database is not named, the version is no number, or there is no such convention
     */
    static HistorySettings of(Properties properties) {
        return new HistorySettings(
                property(properties, "database")
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The generator does not know of which database. Say it as a property: <property>"
                                        + "<key>database</key><value>postgres</value></property>.")),
                Stream.of(property(properties, "packages").orElse("").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                property(properties, "namingConvention")
                        .map(HistorySettings::naming)
                        .orElse(NamingConvention.STANDARD),
                property(properties, "serverVersion")
                        .map(HistorySettings::server)
                        .orElse(Environment.NEWEST));
    }

    private static Optional<String> property(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key)).filter(value -> !value.isBlank());
    }

    private static NamingConvention naming(String className) {
        try {
            Class<?> type = Class.forName(
                    className.strip(), true, Thread.currentThread().getContextClassLoader());
            return (NamingConvention) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "The property namingConvention is \"" + className + "\"; it is the name of a public class on the"
                            + " generator's class path that implements NamingConvention and has a constructor without parameters.",
                    e);
        }
    }

    private static Environment server(String version) {
        if (!version.strip().matches("1\\d|[2-9]\\d")) {
            throw new IllegalArgumentException("The property serverVersion is \"" + version
                    + "\"; it is a major version of PostgreSQL, such as 15.");
        }
        return new Environment(Integer.parseInt(version.strip()) * 10_000, Environment.NEWEST.features());
    }

    /**
     * What all revisions of the database lead to.
     *
     * @throws IllegalArgumentException if there are none
     * @throws dev.varve.model.RefusedException if a server of that version cannot have it
     */
    Replay replay() {
        List<Class<? extends Migration>> migrations = RevisionScanner.scan(packages.toArray(String[]::new));
        Set<String> databases = new TreeSet<>();
        migrations.forEach(migration ->
                databases.add(migration.getAnnotation(Revision.class).database()));
        if (!databases.contains(database)) {
            throw new IllegalArgumentException("There is no revision of \"" + database + "\" "
                    + (packages.isEmpty() ? "on the generator's class path" : "in " + String.join(", ", packages))
                    + (databases.isEmpty() ? "." : "; there are some of " + String.join(", ", databases) + ".")
                    + Suggestion.of(database, databases)
                    + " Revisions have to be compiled before: run the generator after them, or in a module that depends"
                    + " on theirs.");
        }
        History history = new History(RevisionGraph.of(migrations, databases), naming);
        return Replay.of(history, database, server);
    }
}

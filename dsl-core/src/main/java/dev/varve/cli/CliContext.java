package dev.varve.cli;

import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.execute.DriftWatch;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.execute.MigratorBuilder;
import dev.varve.model.Environment;
import dev.varve.model.Suggestion;
import dev.varve.plan.Models;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.scan.ModelScanner;
import dev.varve.revision.scan.RevisionScanner;
import dev.varve.spi.ServerMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** What the commands share: the revisions, the databases and the output. */
final class CliContext implements AutoCloseable {

    private final Class<?> root;
    private final List<String> declaredDatabases;
    private final DatabaseFallback fallback;
    private final UnaryOperator<MigratorBuilder> customization;
    private final Map<String, String> environment;
    private final Terminal terminal;
    private final Interruption interruption;
    private final List<PooledDatabase> pools = new ArrayList<>();
    private Optional<List<Class<? extends Migration>>> migrations = Optional.empty();
    private final Set<String> skipped = new LinkedHashSet<>();
    private Optional<Models> models = Optional.empty();
    private final Set<String> added = new LinkedHashSet<>();
    private final Set<ServerMode> modes = new LinkedHashSet<>();
    private Optional<Settings> settings = Optional.empty();

    CliContext(
            Class<?> root,
            List<String> databases,
            DatabaseFallback fallback,
            UnaryOperator<MigratorBuilder> customization,
            Map<String, String> environment,
            Terminal terminal) {
        this.root = root;
        this.declaredDatabases = databases;
        this.fallback = fallback;
        this.customization = customization;
        this.environment = environment;
        this.terminal = terminal;
        this.interruption = new Interruption(terminal);
    }

    void use(ConnectionOptions options, boolean color) {
        settings = Optional.of(Settings.load(options, environment));
        terminal.color(color);
    }

    /** Leaves a database alone, or not. */
    void skip(String database, boolean leave) {
        if (leave) {
            skipped.add(database);
        }
    }

    /** Treats servers in a way that a module offers, or not. */
    void treat(ServerMode mode, boolean chosen) {
        if (chosen) {
            modes.add(mode);
        }
    }

    /** What is known of the newest server, treated in the chosen ways. */
    Environment newest() {
        Environment newest = Environment.NEWEST;
        for (ServerMode mode : modes) {
            newest = mode.change().apply(newest);
        }
        return newest;
    }

    /** The databases that are left alone. */
    Set<String> skipped() {
        return skipped;
    }

    Terminal terminal() {
        return terminal;
    }

    /** What says how far a run is, also when it is interrupted. */
    ProgressListener progress() {
        return new ProgressListener(terminal, interruption);
    }

    Interruption interruption() {
        return interruption;
    }

    Settings settings() {
        return settings.orElseThrow();
    }

    Class<?> root() {
        return root;
    }

    /** The migrations in the package of the root class, found once. */
    private List<Class<? extends Migration>> migrations() {
        if (migrations.isEmpty()) {
            migrations = Optional.of(RevisionScanner.scan(root.getPackageName()));
        }
        return migrations.get();
    }

    /** The models in the package of the root class, found once. */
    Models models() {
        if (models.isEmpty()) {
            models = Optional.of(new Models(ModelScanner.scan(root.getPackageName()), naming()));
        }
        return models.get();
    }

    /** How the application calls what nobody gave a name. */
    NamingConvention naming() {
        return offlineMigrator().history().naming();
    }

    /** The databases of the application, in the order in which their revisions come. */
    List<String> databases() {
        Set<String> all = new LinkedHashSet<>(declaredDatabases.isEmpty() ? namedByRevisions() : declaredDatabases);
        all.addAll(added);
        return List.copyOf(all);
    }

    /** The same; where there are none a remark says how to begin. */
    List<String> databasesOrRemark() {
        if (databases().isEmpty()) {
            terminal.note("Nothing to show or to do: " + noRevisions(Optional.empty()));
        }
        return databases();
    }

    private String noRevisions(Optional<String> database) {
        return "there are no revisions (@Revision) in the package " + root.getPackageName()
                + " or below. The first one is written by: revision -m TEXT -d " + database.orElse("DATABASE");
    }

    /** Lets the application have a database that none of its revisions names yet. */
    void add(String database) {
        added.add(database);
    }

    private List<String> namedByRevisions() {
        TreeSet<String> names = new TreeSet<>();
        migrations()
                .forEach(migration ->
                        names.add(migration.getAnnotation(Revision.class).database()));
        return List.copyOf(names);
    }

    /** The graph of all revisions; no database is asked. */
    RevisionGraph graph() {
        return RevisionGraph.of(migrations(), databases());
    }

    /**
     * The database of that name.
     *
     * @throws CliException if the application has none
     */
    String database(String name) {
        if (databases().isEmpty()) {
            throw new CliException("There is no database \"" + name + "\": " + noRevisions(Optional.of(name)));
        }
        if (!databases().contains(name)) {
            throw new CliException("There is no database \"" + name + "\"; there are " + String.join(", ", databases())
                    + "." + Suggestion.of(name, databases()));
        }
        return name;
    }

    /** A migrator over all databases but the ones that are left alone. */
    Migrator migrator(MigrationListener listener, UnaryOperator<MigratorBuilder> options) {
        return migrator(databases(), listener, options);
    }

    /** A migrator over some databases, which leaves the others alone. */
    Migrator migrator(
            Collection<String> concerned, MigrationListener listener, UnaryOperator<MigratorBuilder> options) {
        settings().options().databases().forEach(this::database);
        MigratorBuilder builder = Migrator.builder().migrations(migrations()).listener(listener);
        for (String database : databases()) {
            if (concerned.contains(database) && !skipped.contains(database)) {
                add(database, builder);
            } else {
                builder.leaveAlone(database);
            }
        }
        Optional.of(fallback.notice()).filter(notice -> !notice.isEmpty()).ifPresent(terminal::note);
        settings().property("versionSchema").ifPresent(builder::versionSchema);
        modes.forEach(builder::mode);
        return options.apply(watched(customization.apply(builder))).build();
    }

    /** What nobody compares is no drift at an upgrade either. */
    private MigratorBuilder watched(MigratorBuilder builder) {
        settings().property("onDrift").map(CliContext::watch).ifPresent(builder::onDrift);
        return builder.comparing(
                new ConfiguredScope(settings()).of(offlineMigrator().scope()));
    }

    private static DriftWatch watch(String word) {
        try {
            return DriftWatch.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CliException(
                    "\"onDrift\" in varve.properties is \"" + word + "\"; it is off, warn or refuse.", e);
        }
    }

    private void add(String database, MigratorBuilder builder) {
        Optional<ConnectionSettings> configured = settings().connection(database);
        builder.database(
                database,
                dataSource(database, configured.orElseGet(() -> fallback.connection(database))),
                environment -> configured.isPresent() ? environment : fallback.environment(database, environment));
    }

    /** A migrator that plans without any database. */
    Migrator offlineMigrator() {
        MigratorBuilder builder = Migrator.builder().migrations(migrations());
        databases().forEach(builder::leaveAlone);
        settings().property("versionSchema").ifPresent(builder::versionSchema);
        return customization.apply(builder).build();
    }

    private DataSource dataSource(String database, ConnectionSettings connection) {
        PooledDatabase pool = new PooledDatabase(database, connection);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(PooledDatabase::close);
        fallback.close();
    }
}

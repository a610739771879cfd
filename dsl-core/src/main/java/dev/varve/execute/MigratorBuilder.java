package dev.varve.execute;

import dev.varve.diff.Scope;
import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Environment;
import dev.varve.plan.LossAcceptance;
import dev.varve.revision.HistoryException;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.scan.RevisionScanner;
import dev.varve.spi.ServerMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Says what a migrator works with. Not safe for several threads. */
public final class MigratorBuilder {

    private final Map<String, DatabaseAccess> databases = new LinkedHashMap<>();
    final Set<String> leftAlone = new LinkedHashSet<>();
    private final List<ServerMode> modes = new ArrayList<>();
    private final List<Class<? extends Migration>> migrations = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();
    NamingConvention naming = NamingConvention.STANDARD;
    String versionSchema = VersionStore.DEFAULT_SCHEMA;
    LossAcceptance acceptance = LossAcceptance.NONE;
    boolean changedAllowed;
    boolean dry;
    DriftWatch driftWatch = DriftWatch.WARN;
    Scope scope = Scope.EVERYTHING;
    LockSettings locks = LockSettings.STANDARD;
    MigrationListener listener = new LoggingListener();

    MigratorBuilder() {}

    /** Migrates a database, by the name that revisions give it. */
    public MigratorBuilder database(String name, DataSource source) {
        return database(name, source, environment -> environment);
    }

    /** Migrates a database of which more is known than the server says itself. */
    public MigratorBuilder database(String name, DataSource source, UnaryOperator<Environment> environment) {
        databases.put(name, new DatabaseAccess(name, source, environment));
        return this;
    }

    /** Treats the servers of all databases in a way that a module offers. */
    public MigratorBuilder mode(ServerMode mode) {
        modes.add(mode);
        return this;
    }

    /** Knows that there is such a database, and does not touch it. */
    public MigratorBuilder leaveAlone(String name) {
        leftAlone.add(name);
        return this;
    }

    /** Finds the revisions in these packages and below. */
    public MigratorBuilder scan(String... names) {
        packages.addAll(List.of(names));
        return this;
    }

    /** Takes these classes as revisions; what they depend on has to be among them. */
    public MigratorBuilder migrations(Collection<? extends Class<? extends Migration>> classes) {
        migrations.addAll(classes);
        return this;
    }

    /** Names what nobody named by another convention. Models have to say the same one ({@link dev.varve.dsl.TableModel}). */
    public MigratorBuilder naming(NamingConvention convention) {
        naming = convention;
        return this;
    }

    /** Keeps the version store in another schema than {@code varve}. */
    public MigratorBuilder versionSchema(String schema) {
        versionSchema = schema;
        return this;
    }

    /** Agrees to what downgrades lose. */
    public MigratorBuilder acceptLoss(LossAcceptance agreement) {
        acceptance = agreement;
        return this;
    }

    /** Goes on although an applied revision was edited since. */
    public MigratorBuilder allowChanged() {
        changedAllowed = true;
        return this;
    }

    /**
     * Makes the plan for the databases as they stand, and asks them what they would refuse, but changes nothing and takes no lock. Losses
     * stand in the plan, whether somebody agreed to them or not.
     */
    public MigratorBuilder dryRun() {
        dry = true;
        return this;
    }

    /** Warns of databases that are not as their revisions left them, or refuses them, or does not look; without this word it warns. */
    public MigratorBuilder onDrift(DriftWatch watch) {
        driftWatch = watch;
        return this;
    }

    /**
     * Compares nothing but that: what is out of scope is nobody's drift, and neither is it checked nor imported. Without this word everything is
     * compared.
     */
    public MigratorBuilder comparing(Scope compared) {
        scope = compared;
        return this;
    }

    /** Waits for locks as long as that. */
    public MigratorBuilder locks(LockSettings settings) {
        locks = settings;
        return this;
    }

    /** Tells another listener than the application's log how it goes on. */
    public MigratorBuilder listener(MigrationListener other) {
        listener = other;
        return this;
    }

    String application() {
        return packages.isEmpty()
                ? migrations.stream()
                        .map(Class::getPackageName)
                        .min(String::compareTo)
                        .orElse("")
                : packages.get(0);
    }

    /**
     * The migrator.
     *
     * @throws HistoryException if the revisions do not fit together
     */
    public Migrator build() {
        List<Class<? extends Migration>> all = new ArrayList<>(migrations);
        if (!packages.isEmpty()) {
            all.addAll(RevisionScanner.scan(packages.toArray(String[]::new)));
        }
        Set<String> known = new LinkedHashSet<>(databases.keySet());
        known.addAll(leftAlone);
        return new Migrator(this, RevisionGraph.of(all, known));
    }

    /** The ways to the databases, whose servers are treated in the chosen ways. */
    Map<String, DatabaseAccess> accesses() {
        Map<String, DatabaseAccess> treated = new LinkedHashMap<>();
        databases.forEach((name, access) -> treated.put(name, access.treated(this::treated)));
        return treated;
    }

    private Environment treated(Environment environment) {
        Environment treated = environment;
        for (ServerMode mode : modes) {
            treated = mode.change().apply(treated);
        }
        return treated;
    }
}

package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rephrasing;
import dev.varve.spi.ServerMode;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What a server can do of TimescaleDB.
 *
 * @param license what may be used
 * @param version the version that is installed or, where none is, would be
 * @param schema the schema in which the functions live; the extension cannot be moved out of it again
 * @param readiness whether the extension can be created
 */
public record TimescaleEdition(License license, TimescaleVersion version, String schema, Readiness readiness)
        implements Extension.Maker, Rephrasing {

    /** The name of the extension. */
    public static final String EXTENSION = "timescaledb";

    /** What may be used of TimescaleDB. */
    public enum License {
        /** Everything, by the Timescale License. */
        COMMUNITY,
        /** Hypertables alone: neither compression nor policies nor continuous aggregates. */
        APACHE,
        /** Nothing, because the server is a PostgreSQL without the extension that is used all the same. */
        NONE
    }

    /** Whether the extension can be created on a server. */
    public enum Readiness {
        /** It is there already. */
        INSTALLED,
        /** It is not there yet, but can be. */
        READY,
        /** The files are there, but the library is not preloaded, so that {@code create extension} ends the connection. */
        NOT_PRELOADED,
        /** It could be there, but this role may not create it. */
        NOT_ALLOWED,
        /** The files are not there. */
        NOT_AVAILABLE,
        /** Whatever is there, the database was made without it, so that plain tables and views stand in its place. */
        REPLACED
    }

    /**
     * Treats servers as PostgreSQL without TimescaleDB: {@code Migrator.builder().mode(PLAIN)}, or {@code --plain} on the command line. See
     * {@link #plain(Environment)}.
     */
    public static final ServerMode PLAIN = new ServerMode(
            "plain",
            "Do without TimescaleDB: hypertables are tables, continuous aggregates are views, and policies are left out.",
            TimescaleEdition::plain);

    /** What plans that are made without a server assume. */
    public static final TimescaleEdition NEWEST =
            new TimescaleEdition(License.COMMUNITY, TimescaleVersion.NEWEST, "public", Readiness.INSTALLED);

    /**
     * A PostgreSQL without TimescaleDB, on which hypertables are plain tables and continuous aggregates plain views. For development and
     * tests: everything that makes TimescaleDB worth having is left out.
     */
    public static TimescaleEdition plain() {
        return new TimescaleEdition(License.NONE, TimescaleVersion.NEWEST, "public", Readiness.NOT_AVAILABLE);
    }

    /**
     * The same server treated as a PostgreSQL without TimescaleDB: {@code database("timescale", source, TimescaleEdition::plain)}. The
     * database keeps a schema by which it is known from then on that it was treated so.
     */
    public static Environment plain(Environment server) {
        TimescaleEdition found = server.feature(TimescaleEdition.class).orElse(plain());
        return server.with(
                TimescaleEdition.class,
                new TimescaleEdition(License.NONE, found.version(), found.schema(), found.readiness()));
    }

    /**
     * Refuses to treat a database as a plain one that has TimescaleDB, and the other way round.
     *
     * @throws RefusedException if it was treated otherwise before
     */
    public void refuseMixture() {
        if (isPlain() && readiness == Readiness.INSTALLED) {
            throw new RefusedException(
                    Extension.id(EXTENSION),
                    "This database has TimescaleDB " + version
                            + " and cannot be treated as a plain PostgreSQL: what is a"
                            + " hypertable in it would be altered as if it were a table. Leave out the plain mode (--plain, mode(PLAIN)),"
                            + " or choose a database without the extension.");
        }
        if (!isPlain() && readiness == Readiness.REPLACED) {
            throw new RefusedException(
                    Extension.id(EXTENSION),
                    "This database was made without TimescaleDB, as its schema \"" + PlainFunctions.SCHEMA
                            + "\" tells: its hypertables are plain tables and its continuous aggregates plain views, of which"
                            + " TimescaleDB cannot make what they stand for. Choose the plain mode as before (--plain, mode(PLAIN)), or migrate an empty"
                            + " database with TimescaleDB and copy the rows.");
        }
    }

    /**
     * Refuses a TimescaleDB that is in use and too old for everything.
     *
     * @throws RefusedException if it is
     */
    public void refuseOld() {
        if (readiness == Readiness.INSTALLED && !isPlain() && !version.atLeast(TimescaleVersion.OLDEST.minor())) {
            throw new RefusedException(
                    Extension.id(EXTENSION),
                    "This database has TimescaleDB " + version + ", but " + TimescaleVersion.OLDEST
                            + " is the oldest that the library knows. Install a newer version for this PostgreSQL, and run"
                            + " \"alter extension timescaledb update\" as the first statement of a connection (psql -X).");
        }
    }

    /** The edition of the server of that database. */
    public static TimescaleEdition of(Database database) {
        return database.environment().feature(TimescaleEdition.class).orElse(NEWEST);
    }

    /** The schema in which the functions live: what the history says of the extension, or else what the server says. */
    public static String functionSchema(Database database) {
        if (of(database).isPlain()) {
            return PlainFunctions.SCHEMA;
        }
        return database.find(Extension.id(EXTENSION))
                .map(extension -> extension.schema().orElse("public"))
                .orElseGet(() -> of(database).schema());
    }

    /**
     * Refuses a feature that the TimescaleDB of a database is too old for.
     *
     * @param feature in words that can begin a sentence
     * @param minor the first 2.minor that has it
     */
    public static void require(ObjectId<?> subject, String feature, int minor, Database database) {
        requireVersion(subject, feature + " of " + subject, minor, database);
    }

    static void requireVersion(ObjectId<?> subject, String feature, int minor, Database database) {
        TimescaleEdition edition = of(database);
        if (!edition.isPlain() && !edition.version().atLeast(minor)) {
            throw new RefusedException(
                    subject,
                    feature + " needs TimescaleDB 2." + minor + " or later, but this server has "
                            + edition.version()
                            + ". Update it with \"alter extension timescaledb update\" once the newer"
                            + " version is installed, or leave it out.");
        }
    }

    /** Whether the extension is there. */
    public boolean isInstalled() {
        return readiness == Readiness.INSTALLED;
    }

    /** The schema of the catalog of jobs, which moved in 2.25. */
    public Sql jobCatalog() {
        return Sql.raw(version.atLeast(25) ? "_timescaledb_catalog" : "_timescaledb_config");
    }

    /** Whether there is no TimescaleDB. */
    public boolean isPlain() {
        return license == License.NONE;
    }

    /** Without TimescaleDB its functions are those that stand in their place. */
    @Override
    public Statement rephrased(Statement statement) {
        String led = isPlain()
                ? new PlainCalls(statement.sql().text()).led()
                : statement.sql().text();
        return new Statement(
                Sql.raw(led), statement.lock(), statement.hazards(), statement.session(), statement.recovery());
    }

    @Override
    public boolean makes(String extension) {
        return extension.equals(EXTENSION);
    }

    /** It may be there already: services and images make it in every database, and a role without rights has it made. */
    @Override
    public List<Statement> creation(Extension extension, Database database) {
        if (isPlain()) {
            return PlainFunctions.creation();
        }
        refuseUnready(extension);
        String target = extension.schema().orElse("public");
        return List.of(Statement.of(
                Sql.of("create extension if not exists timescaledb schema {}", Identifier.of(target)), LockMode.NONE));
    }

    private void refuseUnready(Extension extension) {
        if (readiness == Readiness.NOT_ALLOWED) {
            throw new RefusedException(
                    extension.id(),
                    "This role may not create TimescaleDB: whoever does must be a superuser or, as the extension is trusted, may"
                            + " create schemas in the database. Let the owner of the database run \"grant create on database ..."
                            + " to ...\", or let a superuser run \"create extension timescaledb\" before.");
        }
        if (readiness == Readiness.READY && !version.atLeast(TimescaleVersion.OLDEST.minor())) {
            throw new RefusedException(
                    extension.id(),
                    "This server would create TimescaleDB " + version + ", but " + TimescaleVersion.OLDEST
                            + " is the oldest that the library knows. Install a newer version for this PostgreSQL.");
        }
        if (readiness == Readiness.NOT_AVAILABLE) {
            throw new RefusedException(
                    extension.id(),
                    "TimescaleDB is not installed on this server: pg_available_extensions does not list \"timescaledb\"."
                            + " Install the package of TimescaleDB for this PostgreSQL, or treat the database as a plain"
                            + " one (--plain, mode(PLAIN)).");
        }
        if (readiness == Readiness.NOT_PRELOADED) {
            throw new RefusedException(
                    extension.id(),
                    "TimescaleDB is installed on this server but not preloaded, so that \"create extension\" would end the"
                            + " connection. Add shared_preload_libraries = 'timescaledb' to postgresql.conf and restart the server.");
        }
    }

    /**
     * TimescaleDB takes an update only as the first statement of a session, before which it has not loaded its library; a session that
     * loads none cannot run the scripts that change aggregates. Sessions that have loaded the old library fail from then on, also the one of the migrator, which goes on over
     * another one and plans what is left for the newer version.
     */
    @Override
    public List<Statement> update(String extension, Optional<String> to) {
        if (isPlain()) {
            return List.of();
        }
        Sql update = Sql.raw("alter extension timescaledb update");
        Sql versioned = to.map(v -> Sql.of("{} to {}", update, Literal.text(v))).orElse(update);
        Sql wanted = to.map(v -> Sql.of("{}", Literal.text(v))).orElse(Sql.raw("default_version"));
        Recovery recovery = new Recovery(
                Sql.of(
                        "select case when installed_version = {} then 'DONE' else 'ABSENT' end from pg_available_extensions where name = 'timescaledb'",
                        wanted),
                Sql.raw("select 'nothing to clean up'"));
        return List.of(Statement.first(versioned, LockMode.NONE, "", recovery));
    }

    @Override
    public List<Statement> removal(Extension extension, Database database) {
        return isPlain() ? PlainFunctions.removal() : extension.removal(Database.empty());
    }
}

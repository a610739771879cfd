package dev.varve.execute;

import dev.varve.plan.Step;
import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a database remembers its revisions: two tables in a schema of their own. */
public final class VersionStore {

    /** The layout of the tables that this release knows. */
    static final int FORMAT = 1;

    /** The schema that is used if nobody names another one. */
    public static final String DEFAULT_SCHEMA = "varve";

    private static final Set<String> MISSING = Set.of("42P01", "3F000");

    private final String schema;
    private final String application;

    /** The store in a schema, made by an application if it is not there yet. */
    public VersionStore(String schema, String application) {
        this.schema = schema;
        this.application = application;
    }

    /** The schema of the store. */
    public String schema() {
        return schema;
    }

    private QualifiedName table(String name) {
        return QualifiedName.of(schema, name);
    }

    /** The statements that make the store and, if need be, its schema. */
    public List<Sql> creation() {
        return creation(false);
    }

    List<Sql> creation(boolean hasSchema) {
        List<Sql> statements = new ArrayList<>();
        if (!hasSchema) {
            statements.add(Sql.of("create schema if not exists {}", Identifier.of(schema)));
        }
        statements.addAll(tables());
        return statements;
    }

    private List<Sql> tables() {
        return List.of(
                Sql.of("""
                        create table {} (
                            format integer primary key,
                            application text not null,
                            library text not null,
                            fingerprint text
                        )""", table("store")),
                Sql.of(
                        "insert into {} (format, application, library) values ({}, {}, {})",
                        table("store"),
                        Literal.of(FORMAT),
                        Literal.text(application),
                        Literal.text(LibraryVersion.current())),
                Sql.of("""
                        create table {} (
                            ordinal bigint generated always as identity,
                            id text primary key,
                            description text not null,
                            parents text[] not null,
                            checksum text not null,
                            canonical text not null,
                            source_digest text not null,
                            state text not null check (state in ('applied', 'applying', 'reverting')),
                            segments integer not null default 1,
                            segments_done integer not null default 0,
                            segment_begun boolean not null default false,
                            applied_by text not null default session_user,
                            applied_at timestamptz not null default now(),
                            milliseconds bigint not null default 0,
                            library text not null,
                            fingerprint text
                        )""", table("revision")));
    }

    /** The statements that give a store of an earlier release what it has no place for. */
    public List<Sql> additions() {
        return Stream.of("store", "revision")
                .map(name -> Sql.of("alter table {} add column if not exists fingerprint text", table(name)))
                .toList();
    }

    /**
     * What the store holds, in one query.
     *
     * @throws ExecutionException if a newer release of the library made it
     */
    public StoreContents read(Connection connection) throws SQLException {
        String sql = Sql.of(
                        "select s.format, s.application, s.library as made_by, to_jsonb(s) ->> 'fingerprint' as base, r.*"
                                + " from {} s left join {} r on true order by r.ordinal",
                        table("store"),
                        table("revision"))
                .text();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return contents(rows);
        } catch (SQLException e) {
            if (MISSING.contains(e.getSQLState())) {
                return StoreContents.NONE;
            }
            throw e;
        }
    }

    private StoreContents contents(ResultSet rows) throws SQLException {
        List<AppliedRevision> revisions = new ArrayList<>();
        boolean outdated = !hasFingerprints(rows.getMetaData());
        String owner = "";
        String base = "";
        boolean exists = false;
        while (rows.next()) {
            checkFormat(rows);
            exists = true;
            owner = rows.getString("application");
            base = Objects.toString(rows.getString("base"), "");
            if (rows.getString("id") != null) {
                revisions.add(revision(rows, outdated ? "" : Objects.toString(rows.getString("fingerprint"), "")));
            }
        }
        return new StoreContents(exists, owner, revisions, base, exists && outdated);
    }

    private static boolean hasFingerprints(ResultSetMetaData columns) throws SQLException {
        boolean found = false;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            found |= columns.getColumnLabel(i).equals("fingerprint");
        }
        return found;
    }

    private void checkFormat(ResultSet rows) throws SQLException {
        if (rows.getInt("format") > FORMAT) {
            throw new ExecutionException(
                    "The version store in schema \"" + schema + "\" has format " + rows.getInt("format")
                            + ", written by release " + rows.getString("made_by") + " of the library; this release ("
                            + LibraryVersion.current() + ") knows up to format " + FORMAT
                            + ". Nothing was changed. Use that release or a later one.");
        }
    }

    private static AppliedRevision revision(ResultSet row, String fingerprint) throws SQLException {
        return new AppliedRevision(
                row.getString("id"),
                row.getString("description"),
                texts(row.getArray("parents")),
                row.getString("checksum"),
                row.getString("canonical"),
                row.getString("source_digest"),
                AppliedRevision.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("segments"),
                row.getInt("segments_done"),
                row.getBoolean("segment_begun"),
                row.getString("applied_by"),
                row.getObject("applied_at", OffsetDateTime.class),
                row.getLong("milliseconds"),
                fingerprint);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Remembers a revision that is applied as a whole, in the transaction that applies it. */
    public Sql applied(Step step) {
        return insert(step, "applied", 1);
    }

    /** Remembers that the application of a revision has begun. */
    Sql applying(Step step, int segments) {
        return insert(step, "applying", segments);
    }

    private Sql insert(Step step, String state, int segments) {
        return Sql.of(
                "insert into {} (id, description, parents, checksum, canonical, source_digest, state, segments, milliseconds,"
                        + " library) values ({}, {}, {}, {}, {}, {}, {}, {}, extract(epoch from clock_timestamp() - now()) * 1000, {})",
                table("revision"),
                Literal.text(step.revision().id()),
                Literal.text(step.revision().description()),
                array(step.revision().parents()),
                Literal.text(step.form().checksum()),
                Literal.text(Secrets.hidden(step.form().text())),
                Literal.text(SourceDigest.of(step.revision().migration())),
                Literal.text(state),
                Literal.of(segments),
                Literal.text(LibraryVersion.current()));
    }

    private static Sql array(List<String> texts) {
        return Sql.raw(texts.stream()
                .map(text -> Literal.text(text).sql())
                .collect(Collectors.joining(", ", "array[", "]::text[]")));
    }

    /** Remembers that nobody knows what the database holds with the revision that was applied last, or with none. */
    List<Sql> unknown() {
        return fingerprint(Sql.raw("null"));
    }

    /** Remembers what the database holds with the revision that was applied last, or with none. */
    List<Sql> fingerprint(String text) {
        return fingerprint(Literal.text(text));
    }

    private List<Sql> fingerprint(Fragment text) {
        QualifiedName revisions = table("revision");
        return List.of(
                Sql.of(
                        "update {} set fingerprint = {} where ordinal = (select max(ordinal) from {})",
                        revisions,
                        text,
                        revisions),
                Sql.of(
                        "update {} set fingerprint = {} where not exists (select from {})",
                        table("store"),
                        text,
                        revisions));
    }

    /** Forgets a revision that was taken back as a whole, and what the database held once when the one before it was the last. */
    public List<Sql> reverted(String id) {
        return Stream.concat(Stream.of(unbegun(id)), unknown().stream()).toList();
    }

    /** Forgets a revision of which nothing was applied although that was begun. */
    Sql unbegun(String id) {
        return Sql.of("delete from {} where id = {}", table("revision"), Literal.text(id));
    }

    /** Remembers that the taking back of a revision has begun. */
    Sql reverting(String id, int segments) {
        return Sql.of(
                "update {} set state = 'reverting', segments = {}, segments_done = 0, segment_begun = false where id = {}",
                table("revision"),
                Literal.of(segments),
                Literal.text(id));
    }

    /** Remembers that nothing of a revision was taken back although that was begun. */
    Sql kept(String id) {
        return Sql.of(
                "update {} set state = 'applied', segments_done = 0, segment_begun = false where id = {}",
                table("revision"),
                Literal.text(id));
    }

    /** Remembers how far an interrupted revision is. */
    Sql progress(String id, int segmentsDone, boolean begun) {
        return Sql.of(
                "update {} set segments_done = {}, segment_begun = {} where id = {}",
                table("revision"),
                Literal.of(segmentsDone),
                Literal.of(begun),
                Literal.text(id));
    }

    /** Remembers that a revision is applied at last. */
    Sql finished(String id) {
        return Sql.of(
                "update {} set state = 'applied', segments_done = 0, segment_begun = false,"
                        + " milliseconds = extract(epoch from clock_timestamp() - applied_at) * 1000 where id = {}",
                table("revision"),
                Literal.text(id));
    }
}

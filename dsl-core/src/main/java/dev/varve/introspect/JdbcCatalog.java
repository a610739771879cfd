package dev.varve.introspect;

import dev.varve.model.Environment;
import dev.varve.model.ObjectId;
import dev.varve.spi.Catalog;
import dev.varve.spi.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogs as a connection sees them. */
final class JdbcCatalog implements Catalog {

    private record Key(String catalog, long oid) {}

    private final Connection connection;
    private final Set<String> ignoredSchemas;
    private final Map<Key, ObjectId<?>> ids = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Set<Long> own = new HashSet<>();
    private final Set<Key> members = new HashSet<>();
    private Environment environment = new Environment(0, Map.of());
    private String encoding = "";
    private Optional<Holdings> holdings = Optional.empty();

    JdbcCatalog(Connection connection, Set<String> ignoredSchemas) {
        this.connection = connection;
        this.ignoredSchemas = Set.copyOf(ignoredSchemas);
        query(
                "select current_setting('server_version_num')::int as version, getdatabaseencoding() as encoding",
                row -> {
                    environment = new Environment((int) row.number("version"), Map.of());
                    encoding = row.text("encoding");
                    return row;
                });
    }

    /**
     * An empty search path makes PostgreSQL print every name with its schema. Compiling the queries takes several times as long as
     * running them, so that is turned off. Both last as long as the transaction.
     */
    void prepare() {
        query("select set_config('search_path', '', true), set_config('jit', 'off', true)", row -> row);
    }

    void know(Environment known) {
        environment = known;
    }

    /** Finds what extensions own, and the functions and types that came with a type or a relation. */
    void findMembers() {
        String sql = """
                select c.relname as catalog, d.objid from pg_depend d join pg_class c on c.oid = d.classid
                where d.deptype = 'e' or d.deptype = 'i' and c.relname in ('pg_proc', 'pg_type')
                """;
        members.addAll(query(sql, row -> new Key(row.text("catalog"), row.number("objid"))));
    }

    /** Finds the relations of users: those that neither PostgreSQL nor an extension owns. */
    void findOwnRelations(Set<Long> hidden) {
        String sql = """
                select c.oid, n.nspname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
                        and d.deptype = 'e')
                """;
        query(
                sql,
                row -> isOwn(row.text("nspname")) && !hidden.contains(row.number("oid")) && own.add(row.number("oid")));
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public String encoding() {
        return encoding;
    }

    @Override
    public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(new JdbcRow(result)));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new CatalogException(e);
        }
    }

    @Override
    public boolean holds(String catalog) {
        if (holdings.isEmpty()) {
            holdings = Optional.of(Holdings.in(this));
        }
        return holdings.get().has(catalog);
    }

    @Override
    public boolean isOwn(long relation) {
        return own.contains(relation);
    }

    @Override
    public boolean isOwn(String schema) {
        return !ignoredSchemas.contains(schema);
    }

    @Override
    public boolean isOwn(String catalog, long oid, String schema) {
        boolean system = schema.startsWith("pg_") || schema.equals("information_schema");
        return !system && isOwn(schema) && !members.contains(new Key(catalog, oid));
    }

    @Override
    public void identify(String catalog, long oid, ObjectId<?> id) {
        ids.put(new Key(catalog, oid), id);
    }

    @Override
    public Optional<ObjectId<?>> identified(String catalog, long oid) {
        return Optional.ofNullable(ids.get(new Key(catalog, oid)));
    }

    /** What was reported with more words needs no second report. */
    @Override
    public void unreadable(String what) {
        if (unreadable.stream().noneMatch(said -> said.startsWith(what + ", "))) {
            unreadable.add(what);
        }
    }

    List<String> unreadable() {
        return List.copyOf(unreadable);
    }
}

package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.Facet;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.spi.FacetType;
import dev.varve.spi.ObjectType;
import dev.varve.spi.SchemaModule;
import dev.varve.spi.SchemaModules;
import dev.varve.spi.ServerMode;
import dev.varve.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a live database into a value. */
public final class Introspector {

    private final List<SchemaModule> modules;
    private final Set<String> ignoredSchemas;

    private Introspector(List<SchemaModule> modules, Set<String> ignoredSchemas) {
        this.modules = modules;
        this.ignoredSchemas = ignoredSchemas;
    }

    /** An introspector with all modules of the class path. */
    public static Introspector create() {
        List<SchemaModule> modules = SchemaModules.all().modules();
        Set<String> hidden = new HashSet<>();
        modules.forEach(module -> hidden.addAll(module.hiddenSchemas()));
        return new Introspector(modules, Set.copyOf(hidden));
    }

    /** The same introspector, taking no notice of some schemas, such as the one of the version store. */
    public Introspector ignoring(String... schemas) {
        Set<String> more = new HashSet<>(ignoredSchemas);
        more.addAll(List.of(schemas));
        return new Introspector(modules, Set.copyOf(more));
    }

    /**
     * The database behind a connection, which must be in autocommit mode.
     *
     * @throws CatalogException if a catalog cannot be read
     */
    public Introspection read(Connection connection) {
        return inDiscardedTransaction(connection, "repeatable read read only", () -> readNow(connection));
    }

    /** The ways of treating servers that the modules offer. */
    public List<ServerMode> modes() {
        return modules.stream().flatMap(module -> module.modes().stream()).toList();
    }

    /** What the server of that state cannot do and an operation therefore leaves out there, in words. */
    public List<String> skipped(Operation operation, Database before) {
        return modules.stream()
                .flatMap(module -> module.skipped(operation, before).stream())
                .toList();
    }

    /**
     * Looks for what no server could do that is as that state says, without asking any.
     *
     * @throws dev.varve.model.RefusedException if there is something
     */
    public void check(Operation operation, Database before) {
        modules.forEach(module -> module.check(operation, before));
    }

    /**
     * Asks the server what it would refuse of operations that are to come, as far as it can tell already. Nothing is left behind.
     *
     * @throws dev.varve.model.RefusedException if there is something
     */
    public void foresee(Connection connection, List<Operation> coming, Database before) {
        inDiscardedTransaction(connection, "read committed", () -> {
            JdbcCatalog catalog = new JdbcCatalog(connection, ignoredSchemas);
            catalog.prepare();
            catalog.know(before.environment());
            modules.forEach(module -> module.foresee(catalog, coming, before));
            return catalog;
        });
    }

    /** A state as the server of that state shows it, where that is less than what was declared. */
    public Database shown(Database declared) {
        Database shown = declared;
        for (SchemaModule module : modules) {
            shown = module.shown(shown);
        }
        return shown;
    }

    /** What the server can do, without reading the schema. */
    public Environment environment(Connection connection) {
        return environment(new JdbcCatalog(connection, ignoredSchemas));
    }

    /**
     * What is known of a server, as far as it does not contradict how the database was treated before.
     *
     * @throws dev.varve.model.RefusedException if it does
     */
    public Environment checked(Environment chosen) {
        modules.forEach(module -> module.check(chosen));
        return chosen;
    }

    /**
     * The declared state in the words of the server: every expression and query as PostgreSQL prints it, where it can be tried out.
     * Nothing is left behind.
     */
    public Database normalized(Connection connection, Database declared) {
        return normalized(connection, declared, Database.empty());
    }

    /** The same, where what another state says in the same words need not be tried out. */
    public Database normalized(Connection connection, Database declared, Database other) {
        return inDiscardedTransaction(
                connection,
                "read committed",
                () -> new ServerNormalForm(connection, this::readNow, other).of(declared));
    }

    private Environment environment(JdbcCatalog catalog) {
        for (SchemaModule module : modules) {
            catalog.know(module.environment(catalog, catalog.environment()));
        }
        return catalog.environment();
    }

    /** What the connection sees within its transaction. */
    Introspection readNow(Connection connection) {
        JdbcCatalog catalog = new JdbcCatalog(connection, ignoredSchemas);
        catalog.prepare();
        catalog.findMembers();
        Environment environment = environment(catalog);
        Set<Long> hidden = new HashSet<>();
        modules.forEach(module -> hidden.addAll(module.hidden(catalog)));
        catalog.findOwnRelations(hidden);
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaModule module : modules) {
            for (ObjectType<?> type : module.objectTypes()) {
                if (type.catalog().map(catalog::holds).orElse(true)) {
                    objects.addAll(type.introspect(catalog));
                }
            }
        }
        for (SchemaModule module : modules) {
            for (FacetType<?> type : module.facetTypes()) {
                if (type.catalog().map(catalog::holds).orElse(true)) {
                    attach(type.introspect(catalog), objects);
                }
            }
        }
        objects.replaceAll(object -> object instanceof Table table ? withoutImplied(table) : object);
        for (SchemaModule module : modules) {
            module.attachedTypes().forEach(type -> objects.addAll(type.introspect(catalog)));
        }
        Traits.report(catalog);
        Leftovers.report(catalog);
        UnreadComments.report(catalog);
        UnreadPrivileges.report(catalog);
        return new Introspection(
                Database.holding(environment, objects), catalog.unreadable(), OtherHistory.in(catalog));
    }

    private static void attach(Map<QualifiedName, ? extends Facet> facets, List<SchemaObject> objects) {
        objects.replaceAll(object -> object instanceof Table table && facets.containsKey(table.name())
                ? table.with(facets.get(table.name()))
                : object);
    }

    private static Table withoutImplied(Table table) {
        Table rest = table;
        for (Facet facet : table.facets().values()) {
            for (Class<? extends Facet> implied : facet.implied()) {
                rest = rest.without(implied);
            }
        }
        return rest;
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T inDiscardedTransaction(Connection connection, String mode, Reading<T> reading) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin isolation level " + mode);
            try {
                return reading.read();
            } finally {
                statement.execute("rollback");
            }
        } catch (SQLException e) {
            throw new CatalogException(e);
        }
    }
}

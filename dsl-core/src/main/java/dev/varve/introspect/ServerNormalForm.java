package dev.varve.introspect;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.Reworded;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets PostgreSQL itself print what was declared: every object with an expression is created once more in a scratch schema, read back,
 * and only its expressions are taken from there, and what only the server knows of types that PostgreSQL does not bring. What cannot be
 * created stays as it was declared, and so does what another state says in the same words.
 *
 * <p>Runs inside a transaction that its caller rolls back.
 */
final class ServerNormalForm {

    private final Connection connection;
    private final Function<Connection, Introspection> reader;
    private final Database other;
    private final Map<ObjectId<?>, ObjectId<?>> copies = new HashMap<>();
    private final Map<String, String> scratchSchemas = new HashMap<>();

    /** The normal form beside another state, which need not hold anything. */
    ServerNormalForm(Connection connection, Function<Connection, Introspection> reader, Database other) {
        this.connection = connection;
        this.reader = reader;
        this.other = other;
    }

    Database of(Database declared) {
        Copied copied = Copied.of(declared, other);
        if (copied.isNothing()) {
            return declared;
        }
        copied.tables().forEach(table -> copy(table, declared));
        copied.reworded().filter(object -> object.owner().isEmpty()).forEach(object -> copy(object, declared));
        copied.reworded()
                .filter(object -> object.owner().isPresent())
                .sorted(Comparator.comparingInt(object -> depth(object, declared)))
                .forEach(object -> copy(object, declared));
        Database printed = reader.apply(connection).database();
        List<SchemaObject> objects =
                declared.objects().map(object -> inWordsOf(printed, object)).toList();
        return Database.holding(declared.environment(), objects);
    }

    private static int depth(SchemaObject object, Database declared) {
        return object.owner()
                .map(owner -> 1 + depth(declared.get(owner), declared))
                .orElse(0);
    }

    private void copy(Table table, Database declared) {
        Table scratch = withoutForeignKeys(table, scratch(table.name()));
        if (tryOut(scratch.creation(declared))) {
            copies.put(table.id(), scratch.id());
        }
    }

    private void copy(Reworded object, Database declared) {
        Reworded copy = object.copy(this::scratch, declared);
        if (tryOut(copy.creation(declared))) {
            copies.put(object.id(), copy.id());
        }
    }

    /** The same name in a schema that stands for the real one, because expressions may call a table by its own name. */
    private QualifiedName scratch(QualifiedName name) {
        return name.inSchema(scratchSchemas.computeIfAbsent(name.schema(), schema -> {
            Schema scratch = new Schema("varve_scratch_" + scratchSchemas.size());
            make(scratch);
            return scratch.name();
        }));
    }

    private void make(Schema scratch) {
        try {
            run(scratch.creation(Database.empty()));
        } catch (CatalogException e) {
            throw e.ofTrial();
        }
    }

    /** Foreign keys hold no expressions, and would lock the tables that they reference; names of sequences may be those of other copies. */
    private static Table withoutForeignKeys(Table table, QualifiedName name) {
        Map<String, Constraint> rest = new LinkedHashMap<>(table.constraints());
        rest.values().removeIf(ForeignKeyConstraint.class::isInstance);
        Map<Class<? extends Facet>, Facet> facets = new LinkedHashMap<>(table.facets());
        facets.values().removeIf(facet -> !facet.isReworded());
        List<Column> columns = table.named(name).columns().stream()
                .map(Column::withoutSequenceName)
                .toList();
        return new Table(name, columns, rest, facets);
    }

    private SchemaObject inWordsOf(Database printed, SchemaObject object) {
        ObjectId<?> copy = copies.get(object.id());
        if (copy == null || !printed.has(copy)) {
            return object;
        }
        return object instanceof Table table
                ? inWordsOf((Table) printed.get(copy), table)
                : ((Reworded) object).inWordsOf(printed.get(copy));
    }

    private static Table inWordsOf(Table printed, Table declared) {
        List<Column> columns = declared.columns().stream()
                .map(column -> inWordsOf(printed.column(column.name()), column))
                .toList();
        Map<String, Constraint> constraints = new LinkedHashMap<>();
        declared.constraints()
                .forEach((name, c) ->
                        constraints.put(name, c instanceof ForeignKeyConstraint ? c : printed.constraint(name)));
        Map<Class<? extends Facet>, Facet> facets = new LinkedHashMap<>(declared.facets());
        facets.putAll(printed.facets());
        return new Table(declared.name(), columns, constraints, facets);
    }

    /** Only the server knows how a type that it does not bring itself writes its modifiers, compares and stores. */
    private static Column inWordsOf(Column printed, Column declared) {
        Column known = declared.type().isBuiltIn()
                ? declared
                : new Column(
                        declared.name(),
                        printed.type(),
                        printed.collation(),
                        declared.notNull(),
                        declared.value(),
                        printed.properties());
        return known.valued(declared.value().map(value -> inWordsOf(printed, value)));
    }

    private static ColumnValue inWordsOf(Column printed, ColumnValue declared) {
        return declared instanceof ColumnValue.Numbered
                ? declared
                : printed.value().orElse(declared);
    }

    /** A savepoint that nobody releases holds all later ones, and PostgreSQL goes through them for every row that it looks at. */
    private boolean tryOut(List<dev.varve.sql.Statement> statements) {
        execute("savepoint varve_try");
        try {
            run(statements);
            return true;
        } catch (CatalogException e) {
            execute("rollback to savepoint varve_try");
            return false;
        } finally {
            execute("release savepoint varve_try");
        }
    }

    private void run(List<dev.varve.sql.Statement> statements) {
        statements.forEach(statement -> execute(statement.sql().text()));
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new CatalogException(e);
        }
    }
}

package dev.varve.introspect;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.Queried;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.View;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lets PostgreSQL itself print what was declared: every object with an expression is created once more in a scratch schema, read back,
 * and only its expressions are taken from there, and what only the server knows of types that PostgreSQL does not bring. What cannot be
 * created stays as it was declared.
 *
 * <p>Runs inside a transaction that its caller rolls back.
 */
final class ServerNormalForm {

    private final Connection connection;
    private final java.util.function.Function<Connection, Introspection> reader;
    private final Map<ObjectId<?>, QualifiedName> copies = new HashMap<>();
    private final Map<String, String> scratchSchemas = new HashMap<>();

    ServerNormalForm(Connection connection, java.util.function.Function<Connection, Introspection> reader) {
        this.connection = connection;
        this.reader = reader;
    }

    Database of(Database declared) {
        declared.objects(Table.class).forEach(table -> copy(table, declared));
        declared.objects(Function.class).forEach(function -> copy(function, declared));
        declared.objects().filter(Queried.class::isInstance).forEach(queried -> copy((Queried) queried, declared));
        Database printed = reader.apply(connection).database();
        List<SchemaObject> objects =
                declared.objects().map(object -> inWordsOf(printed, object)).toList();
        return Database.holding(declared.environment(), objects);
    }

    private void copy(Table table, Database declared) {
        QualifiedName name = scratch(table.name());
        Table scratch = withoutForeignKeys(table, name);
        if (tryOut(scratch.creation(declared))) {
            copies.put(table.id(), name);
            declared.owned(table.id()).forEach(owned -> copyOwned(owned, scratch, declared));
        }
    }

    private void copyOwned(SchemaObject owned, Table scratch, Database declared) {
        if (owned instanceof Index index) {
            QualifiedName name = scratch(index.name());
            Index copy = new Index(
                    name, scratch.id(), index.unique(), index.method(), index.keys(), index.included(), index.where());
            if (tryOut(copy.creation(declared))) {
                copies.put(index.id(), name);
            }
        }
        if (owned instanceof Trigger t && t.when().isPresent()) {
            Trigger copy = new Trigger(
                    t.name(),
                    scratch.id(),
                    t.timing(),
                    t.events(),
                    t.columns(),
                    t.forEachRow(),
                    t.when(),
                    t.function(),
                    t.arguments());
            if (tryOut(copy.creation(declared))) {
                copies.put(t.id(), scratch.name());
            }
        }
    }

    private void copy(Function function, Database declared) {
        QualifiedName name = scratch(function.name());
        if (function.hasDefaults() && tryOut(function.named(name).creation(declared))) {
            copies.put(function.id(), name);
        }
    }

    private void copy(Queried queried, Database declared) {
        QualifiedName name = scratch(queried.id().name());
        if (tryOut(new View(name, queried.runnable(declared)).creation(declared))) {
            copies.put(queried.id(), name);
        }
    }

    /** The same name in a schema that stands for the real one, because expressions may call a table by its own name. */
    private QualifiedName scratch(QualifiedName name) {
        return name.inSchema(scratchSchemas.computeIfAbsent(name.schema(), schema -> {
            Schema scratch = new Schema("varve_scratch_" + scratchSchemas.size());
            run(scratch.creation(Database.empty()));
            return scratch.name();
        }));
    }

    /** Foreign keys hold no expressions, and would lock the tables that they reference. */
    private static Table withoutForeignKeys(Table table, QualifiedName name) {
        Map<String, Constraint> rest = new LinkedHashMap<>(table.constraints());
        rest.values().removeIf(Constraint.ForeignKey.class::isInstance);
        return new Table(name, table.named(name).columns(), rest, Map.of());
    }

    private SchemaObject inWordsOf(Database printed, SchemaObject object) {
        QualifiedName name = copies.get(object.id());
        if (name == null) {
            return object;
        }
        if (object instanceof Table table) {
            return inWordsOf(printed.get(Table.id(name)), table);
        }
        if (object instanceof Index index) {
            return inWordsOf(printed.get(Index.id(name)), index);
        }
        if (object instanceof Trigger trigger) {
            return inWordsOf(printed.get(Trigger.id(name, trigger.name())), trigger);
        }
        if (object instanceof Function function) {
            return printed.get(function.id().named(name)).named(function.name());
        }
        Query query = printed.get(View.id(name)).query();
        return ((Queried) object).querying(query);
    }

    private static Table inWordsOf(Table printed, Table declared) {
        List<Column> columns = declared.columns().stream()
                .map(column -> inWordsOf(printed.column(column.name()), column))
                .toList();
        Map<String, Constraint> constraints = new LinkedHashMap<>();
        declared.constraints()
                .forEach((name, c) ->
                        constraints.put(name, c instanceof Constraint.Check ? printed.constraint(name) : c));
        return new Table(declared.name(), columns, constraints, declared.facets());
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
        return declared instanceof ColumnValue.Identity
                ? declared
                : printed.value().orElse(declared);
    }

    private static Index inWordsOf(Index printed, Index declared) {
        List<IndexKey> keys = new ArrayList<>();
        IntStream.range(0, declared.keys().size()).forEach(i -> {
            IndexKey key = declared.keys().get(i);
            IndexKey copy = printed.keys().get(i);
            keys.add(new IndexKey(
                    copy.expression(), key.column(), key.descending(), key.nullsFirst(), copy.operatorClass()));
        });
        return new Index(
                declared.name(),
                declared.on(),
                declared.unique(),
                declared.method(),
                keys,
                declared.included(),
                declared.where().isPresent() ? printed.where() : Optional.empty());
    }

    private static Trigger inWordsOf(Trigger printed, Trigger declared) {
        return new Trigger(
                declared.name(),
                declared.on(),
                declared.timing(),
                declared.events(),
                declared.columns(),
                declared.forEachRow(),
                printed.when(),
                declared.function(),
                declared.arguments());
    }

    private boolean tryOut(List<dev.varve.sql.Statement> statements) {
        execute("savepoint varve_try");
        try {
            run(statements);
            return true;
        } catch (CatalogException e) {
            execute("rollback to savepoint varve_try");
            return false;
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

package dev.varve.model;

import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A materialized view: a query whose rows are stored (<a
 * href="https://www.postgresql.org/docs/current/sql-creatematerializedview.html">documentation</a>). Whether it is filled is data and no
 * part of the schema; it is created with its rows unless somebody asks for an empty one.
 *
 * @param columns what its columns are called beside what the query says
 * @param method the access method by which rows are kept; {@code heap} if empty
 * @param properties how values of columns are stored and planned with; a storage is said only if it is not that of the type
 */
public record MaterializedView(
        QualifiedName name,
        Query query,
        ColumnNames columns,
        Optional<String> method,
        Storage storage,
        PropertiesOfColumns properties)
        implements Queried {

    private static final String HEAP = "heap";

    public MaterializedView {
        method = method.filter(other -> !other.equals(HEAP));
    }

    /** A materialized view of which nothing else is said. */
    public MaterializedView(QualifiedName name, Query query) {
        this(name, query, ColumnNames.ofQuery(), Optional.empty(), Storage.usual(), PropertiesOfColumns.none());
    }

    /** The id of the materialized view of that name. */
    public static ObjectId<MaterializedView> id(QualifiedName name) {
        return ObjectId.of(MaterializedView.class, name);
    }

    @Override
    public ObjectId<MaterializedView> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = Queried.super.requires(database);
        method.ifPresent(one -> required.addAll(AccessMethodDefinition.requiredBy(one, database)));
        return required;
    }

    @Override
    public MaterializedView named(QualifiedName other) {
        return new MaterializedView(other, query, columns, method, storage, properties);
    }

    @Override
    public MaterializedView querying(Query other) {
        return new MaterializedView(name, other, columns, method, storage, properties);
    }

    @Override
    public MaterializedView calling(ColumnNames others) {
        return new MaterializedView(name, query, others, method, storage, properties);
    }

    /** The same view, whose rows are kept by another access method. */
    public MaterializedView by(String other) {
        return new MaterializedView(name, query, columns, Optional.of(other), storage, properties);
    }

    /** The same view, whose rows are kept in another way or elsewhere. */
    public MaterializedView stored(Storage other) {
        return new MaterializedView(name, query, columns, method, other, properties);
    }

    /** The same view, of whose columns that was said. */
    public MaterializedView with(PropertiesOfColumns others) {
        return new MaterializedView(name, query, columns, method, storage, others);
    }

    @Override
    public void check(Database database) {
        Queried.super.check(database);
        properties.values().keySet().forEach(this::checkColumn);
    }

    @Override
    public MaterializedView following(Rename rename) {
        return querying(followed(rename))
                .calling(followedColumns(rename))
                .with(properties.called(column -> rename.followColumn(id(), column)))
                .named(rename.followSchema(name));
    }

    /** A plain view prints the query as this one would, and reads no rows for that. */
    @Override
    public Reworded copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return new View(scratch.apply(name), query).calling(columns);
    }

    @Override
    public MaterializedView inWordsOf(SchemaObject copy) {
        return querying(((View) copy).query()).calling(((View) copy).columns());
    }

    @Override
    public List<Statement> creation(Database database) {
        return creation("", CallersPath.of(this, database), database);
    }

    /** The statements that make it without its rows. */
    public List<Statement> emptyCreation(Database database) {
        return creation("\nwith no data", CallersPath.EMPTY, database);
    }

    private List<Statement> creation(String data, CallersPath path, Database database) {
        Sql head = Sql.of("create materialized view {}{}", name, columns.list());
        Sql using = method.map(m -> head.then(Sql.of(" using {}", Identifier.of(m))))
                .orElse(head);
        Sql sql = Sql.of("{}{} as\n{}" + data, using, storage.clauses(), query);
        List<Statement> statements = new ArrayList<>(path.around(Statement.of(sql, LockMode.ACCESS_SHARE)));
        statements.addAll(columns.renames(this));
        statements.addAll(settings(PropertiesOfColumns.none(), database));
        return statements;
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        MaterializedView old = (MaterializedView) from;
        if (!old.query.equals(query) || !old.columns.equals(columns)) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        if (!old.method.equals(method)) {
            Sql change = Sql.of("set access method {}", Identifier.of(method.orElse(HEAP)));
            statements.add(alter(change, LockMode.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE));
        }
        parameterChanges(old).forEach(change -> statements.add(alter(change, LockMode.SHARE_UPDATE_EXCLUSIVE)));
        if (!old.storage.tablespace().equals(storage.tablespace())) {
            storage.with(old.storage.parameters())
                    .changes(old.storage)
                    .forEach(change -> statements.add(alter(change, LockMode.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE)));
        }
        statements.addAll(settings(old.properties, database));
        return Optional.of(statements);
    }

    private List<Statement> settings(PropertiesOfColumns old, Database database) {
        return properties.changes(old, "alter materialized view", name, database.environment());
    }

    private List<Sql> parameterChanges(MaterializedView old) {
        return storage.parameters().changes(old.storage.parameters());
    }

    private Statement alter(Sql change, LockMode lock, Hazard... hazards) {
        return Statement.of(Sql.of("alter materialized view {} {}", name, change), lock, hazards);
    }
}

package dev.varve.model;

import static java.util.stream.Collectors.toCollection;

import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table: its columns in order, its constraints by name, and the facets that modules attach to it. Indexes, triggers and
 * comments are objects of their own that the table owns.
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        Map<String, Constraint> constraints,
        Map<Class<? extends Facet>, Facet> facets)
        implements SchemaObject {

    public Table {
        List<String> keyColumns = constraints.values().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .flatMap(key -> ((Constraint.PrimaryKey) key).columns().stream())
                .toList();
        columns = columns.stream()
                .map(column -> keyColumns.contains(column.name()) ? column.notNull(true) : column)
                .toList();
        constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }

    /** The id of the table of that name. */
    public static ObjectId<Table> id(QualifiedName name) {
        return ObjectId.of(Table.class, name);
    }

    /** A table with columns and nothing else. */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(name, columns, Map.of(), Map.of());
    }

    @Override
    public ObjectId<Table> id() {
        return id(name);
    }

    /** The column of that name, if there is one. */
    public Optional<Column> findColumn(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /**
     * The column of that name.
     *
     * @throws UnknownObjectException if there is none
     */
    public Column column(String column) {
        return findColumn(column).orElseThrow(() -> new UnknownObjectException(id(), column, columnNames()));
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * The constraint of that name.
     *
     * @throws RefusedException if there is none
     */
    public Constraint constraint(String constraint) {
        return Optional.ofNullable(constraints.get(constraint))
                .orElseThrow(() -> new RefusedException(
                        id(),
                        "There is no constraint \"" + constraint + "\" on " + id() + "."
                                + Suggestion.of(constraint, constraints.keySet())));
    }

    /** The fact of that class about this table, if it is one. */
    public <F extends Facet> Optional<F> facet(Class<F> type) {
        return Optional.ofNullable(type.cast(facets.get(type)));
    }

    /** This table with one more column, the last. */
    public Table plus(Column column) {
        if (findColumn(column.name()).isPresent()) {
            throw new RefusedException(id(), "Column \"" + column.name() + "\" already exists in " + id() + ".");
        }
        return withColumns(Stream.concat(columns.stream(), Stream.of(column)).toList());
    }

    /** This table without a column and the constraints that lean on it. */
    public Table minusColumn(String column) {
        column(column);
        return withColumns(
                        columns.stream().filter(c -> !c.name().equals(column)).toList())
                .withConstraints(constraints.values().stream()
                        .filter(c -> !c.uses(column))
                        .toList());
    }

    /**
     * This table with a column made into another one of the same name, as far as the facts about it allow that.
     *
     * @throws RefusedException if one does not
     */
    public Table becoming(Column next) {
        Column old = column(next.name());
        facets.values().forEach(facet -> facet.checkChange(this, old, next));
        return alter(next.name(), any -> next);
    }

    /** This table with a column changed. */
    public Table alter(String column, UnaryOperator<Column> change) {
        column(column);
        return withColumns(columns.stream()
                .map(c -> c.name().equals(column) ? change.apply(c) : c)
                .toList());
    }

    /** This table with one more constraint. */
    public Table plus(Constraint constraint) {
        if (constraints.containsKey(constraint.name())) {
            throw new RefusedException(
                    id(), "Constraint \"" + constraint.name() + "\" already exists on " + id() + ".");
        }
        return withConstraints(Stream.concat(constraints.values().stream(), Stream.of(constraint))
                .toList());
    }

    /** This table without a constraint. */
    public Table minusConstraint(String constraint) {
        constraint(constraint);
        return withConstraints(constraints.values().stream()
                .filter(c -> !c.name().equals(constraint))
                .toList());
    }

    /** This table with a constraint under another name, in the same place. */
    public Table renamingConstraint(String from, String to) {
        Constraint renamed = constraint(from).named(to);
        if (constraints.containsKey(to)) {
            throw new RefusedException(id(), "Constraint \"" + to + "\" already exists on " + id() + ".");
        }
        return withConstraints(constraints.values().stream()
                .map(c -> c.name().equals(from) ? renamed : c)
                .toList());
    }

    /** This table with a fact about it. */
    public Table with(Facet facet) {
        Map<Class<? extends Facet>, Facet> more = new LinkedHashMap<>(facets);
        more.put(facet.getClass(), facet);
        return new Table(name, columns, constraints, more);
    }

    /** This table without a fact about it. */
    public Table without(Class<? extends Facet> facet) {
        Map<Class<? extends Facet>, Facet> fewer = new LinkedHashMap<>(facets);
        fewer.remove(facet);
        return new Table(name, columns, constraints, fewer);
    }

    private Table withColumns(List<Column> others) {
        return new Table(name, others, constraints, facets);
    }

    private Table withConstraints(List<Constraint> others) {
        Map<String, Constraint> byName = new LinkedHashMap<>();
        others.forEach(c -> byName.put(c.name(), c));
        return new Table(name, columns, byName, facets);
    }

    @Override
    public Table named(QualifiedName other) {
        return new Table(other, columns, constraints, facets);
    }

    @Override
    public Table following(Rename rename) {
        Map<Class<? extends Facet>, Facet> followedFacets = new LinkedHashMap<>();
        facets.forEach((type, facet) -> followedFacets.put(type, facet.following(id(), rename)));
        List<Column> followedColumns =
                columns.stream().map(c -> c.following(id(), rename)).toList();
        if (rename instanceof Rename.OfColumn column
                && column.relation().equals(id())
                && findColumn(column.to()).isPresent()) {
            throw new RefusedException(id(), "Column \"" + column.to() + "\" already exists in " + id() + ".");
        }
        return new Table(rename.followSchema(name), followedColumns, constraints, followedFacets)
                .withConstraints(constraints.values().stream()
                        .map(c -> c.following(id(), rename))
                        .toList());
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Schema.requiredBy(name));
        Set<QualifiedName> mentioned = new LinkedHashSet<>();
        columns.forEach(column -> column.type().userDefined().ifPresent(mentioned::add));
        columns.stream().flatMap(column -> column.value().stream()).forEach(value -> mentioned.addAll(namesIn(value)));
        for (Constraint constraint : constraints.values()) {
            if (constraint instanceof Constraint.ForeignKey key) {
                required.add(key.target());
            } else if (constraint instanceof Constraint.Check check) {
                mentioned.addAll(check.condition().qualifiedNames());
            }
        }
        required.addAll(database.named(mentioned));
        facets.values().forEach(facet -> required.addAll(facet.requires(database)));
        required.remove(id());
        return required;
    }

    private static Set<QualifiedName> namesIn(ColumnValue value) {
        if (value instanceof ColumnValue.Default defaultValue) {
            return defaultValue.expression().qualifiedNames();
        }
        return value instanceof ColumnValue.Generated generated
                ? generated.expression().qualifiedNames()
                : Set.of();
    }

    @Override
    public Set<Slot> slots() {
        Set<Slot> slots = constraints.values().stream()
                .filter(Constraint::hasIndex)
                .map(constraint -> Slot.relation(name.named(constraint.name())))
                .collect(toCollection(HashSet::new));
        slots.add(Slot.relation(name));
        slots.add(Slot.type(name));
        return slots;
    }

    @Override
    public void check(Database database) {
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new RefusedException(id(), "Column \"" + column.name() + "\" is given twice in " + id() + ".");
            }
        }
        List<Constraint> keys = constraints.values().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .toList();
        if (keys.size() > 1) {
            throw new RefusedException(
                    id(), "There is a primary key \"" + keys.get(0).name() + "\" on " + id() + " already.");
        }
        constraints.values().forEach(constraint -> check(constraint, database));
        facets.values().forEach(facet -> facet.check(this, database));
    }

    private void check(Constraint constraint, Database database) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            key.columns().forEach(this::column);
        } else if (constraint instanceof Constraint.Unique unique) {
            unique.columns().forEach(this::column);
        } else if (constraint instanceof Constraint.ForeignKey key) {
            key.columns().forEach(this::column);
            checkTarget(key, key.target().equals(id()) ? this : database.get(key.target()), database);
        }
    }

    private void checkTarget(Constraint.ForeignKey key, Table target, Database database) {
        key.targetColumns().forEach(target::column);
        target.facets.values().forEach(facet -> facet.checkReference(target, this, key));
        Set<Set<String>> keys = new HashSet<>(target.keys());
        database.owned(target.id()).forEach(owned -> {
            if (owned instanceof Index index) {
                index.uniqueColumns().ifPresent(keys::add);
            }
        });
        if (!key.isKeyOf(keys)) {
            throw new RefusedException(
                    id(),
                    "Foreign key \"" + key.name() + "\" of " + id() + " references " + key.targetColumns() + " of "
                            + target.id()
                            + ", which is neither its primary key nor unique there. Reference a key, or make these columns"
                            + " unique first.");
        }
    }

    /** The sets of columns that no two rows share. */
    private Set<Set<String>> keys() {
        Set<Set<String>> keys = new HashSet<>();
        for (Constraint constraint : constraints.values()) {
            if (constraint instanceof Constraint.PrimaryKey key) {
                keys.add(Set.copyOf(key.columns()));
            } else if (constraint instanceof Constraint.Unique unique) {
                keys.add(Set.copyOf(unique.columns()));
            }
        }
        return keys;
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Sql> lines = new ArrayList<>();
        columns.forEach(column -> lines.add(Sql.of("    {}", column)));
        constraints.values().forEach(constraint -> lines.add(Sql.of("    {}", constraint.clause())));
        String template = lines.isEmpty() ? "create table {} ({})" : "create table {} (\n{}\n)";
        List<Statement> statements = new ArrayList<>();
        statements.add(
                Statement.of(Sql.of(template, name, Sql.join(",\n", lines)), lockOfCreation(), hazardsOfCreation()));
        facets.values().forEach(facet -> statements.addAll(facet.creation(this, database)));
        return statements;
    }

    private LockMode lockOfCreation() {
        return referencesOthers() ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.NONE;
    }

    private Hazard[] hazardsOfCreation() {
        return referencesOthers() ? new Hazard[] {Hazard.LOCKS_OTHER_TABLE} : new Hazard[] {};
    }

    private boolean referencesOthers() {
        return constraints.values().stream()
                .anyMatch(c ->
                        c instanceof Constraint.ForeignKey key && !key.target().equals(id()));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(Statement.of(Sql.of("drop table {}", name), LockMode.ACCESS_EXCLUSIVE, Hazard.DELETES_DATA));
    }

    @Override
    public Statement renaming(QualifiedName to) {
        return Statement.of(
                Sql.of("alter table {} rename to {}", name, to.simple()),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.BREAKS_OLD_CODE);
    }

    @Override
    public Statement moving(String schema) {
        return Statement.of(
                Sql.of("alter table {} set schema {}", name, QualifiedName.unqualified(schema)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.BREAKS_OLD_CODE);
    }

    @Override
    public List<String> contents() {
        return List.of("the rows of " + name);
    }
}

package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The changes of tables that other servers may subscribe to (<a
 * href="https://www.postgresql.org/docs/current/sql-createpublication.html">documentation</a>).
 *
 * @param allTables whether every table of the database is published
 * @param tables the tables and partitions that are published, if these are not all
 * @param schemas the schemas of which every table is published
 * @param operations the kinds of changes that are published
 * @param viaRoot whether changes of partitions are published as changes of the partitioned table
 * @param generatedColumns whether stored generated columns are published, which PostgreSQL can since version 18
 */
public record Publication(
        String name,
        boolean allTables,
        List<PublishedTable> tables,
        Set<String> schemas,
        Set<Operation> operations,
        boolean viaRoot,
        boolean generatedColumns)
        implements DatabaseMember, Reworded {

    /** A kind of change. */
    public enum Operation {
        /** New rows. */
        INSERT,
        /** Changed rows. */
        UPDATE,
        /** Removed rows. */
        DELETE,
        /** Emptied tables. */
        TRUNCATE
    }

    public Publication {
        tables = tables.stream()
                .sorted((one, other) -> one.table().compareTo(other.table()))
                .toList();
        schemas = Collections.unmodifiableSet(new TreeSet<>(schemas));
        operations = Collections.unmodifiableSet(new TreeSet<>(operations));
    }

    /** A publication of nothing. */
    public static Publication of(String name) {
        return new Publication(name, false, List.of(), Set.of(), EnumSet.allOf(Operation.class), false, false);
    }

    /** The id of the publication of that name. */
    public static ObjectId<Publication> id(String name) {
        return ObjectId.of(Publication.class, QualifiedName.unqualified(name));
    }

    @Override
    public ObjectId<Publication> id() {
        return id(name);
    }

    /** The same publication of every table. */
    public Publication ofAllTables() {
        return new Publication(name, true, List.of(), Set.of(), operations, viaRoot, generatedColumns);
    }

    /** The same publication with one more table or partition, or with one published in another way. */
    public Publication plus(PublishedTable table) {
        List<PublishedTable> more = new ArrayList<>(tables);
        more.removeIf(other -> other.table().equals(table.table()));
        more.add(table);
        return of(more, schemas);
    }

    /**
     * The same publication without a table or a partition.
     *
     * @throws RefusedException if it is not published
     */
    public Publication minus(ObjectId<?> table) {
        List<PublishedTable> fewer = new ArrayList<>(tables);
        if (!fewer.removeIf(other -> other.table().equals(table))) {
            throw new RefusedException(id(), "The " + table + " is not part of " + id() + ".");
        }
        return of(fewer, schemas);
    }

    /** Whether it names that table or partition among what it publishes. */
    boolean publishes(ObjectId<?> relation) {
        return tables.stream().anyMatch(table -> table.table().equals(relation));
    }

    /** The same publication without what requires that object, such as a table or what is a part of it. */
    public Publication without(ObjectId<?> required, Database database) {
        List<PublishedTable> fewer = tables.stream()
                .filter(table -> !table.requires(database).contains(required))
                .toList();
        return of(fewer, schemas);
    }

    /** The same publication with one more schema. */
    public Publication plusSchema(String schema) {
        Set<String> more = new TreeSet<>(schemas);
        more.add(schema);
        return of(tables, more);
    }

    /**
     * The same publication without a schema.
     *
     * @throws RefusedException if it is not published
     */
    public Publication minusSchema(String schema) {
        Set<String> fewer = new TreeSet<>(schemas);
        if (!fewer.remove(schema)) {
            throw new RefusedException(id(), "The schema " + schema + " is not part of " + id() + ".");
        }
        return of(tables, fewer);
    }

    private Publication of(List<PublishedTable> otherTables, Set<String> otherSchemas) {
        return new Publication(name, allTables, otherTables, otherSchemas, operations, viaRoot, generatedColumns);
    }

    /** The same publication of other kinds of changes. */
    public Publication publishing(Set<Operation> others) {
        return new Publication(name, allTables, tables, schemas, others, viaRoot, generatedColumns);
    }

    /** The same publication, showing partitions as their partitioned table or not. */
    public Publication viaRoot(boolean other) {
        return new Publication(name, allTables, tables, schemas, operations, other, generatedColumns);
    }

    /** The same publication, with generated columns or without. */
    public Publication generatedColumns(boolean published) {
        return new Publication(name, allTables, tables, schemas, operations, viaRoot, published);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>();
        tables.forEach(table -> required.addAll(table.requires(database)));
        schemas.stream().filter(schema -> !schema.equals("public")).forEach(schema -> required.add(Schema.id(schema)));
        return required;
    }

    @Override
    public boolean leansOn(ObjectId<?> relation, String column) {
        return tables.stream().anyMatch(table -> table.table().equals(relation) && table.uses(column));
    }

    @Override
    public void check(Database database) {
        tables.forEach(table -> table.check(this, database));
        if (!schemas.isEmpty()
                && tables.stream().anyMatch(table -> !table.columns().isEmpty())) {
            throw new RefusedException(
                    id(),
                    "The " + id()
                            + " publishes some columns of a table and whole schemas; PostgreSQL takes only one of both."
                            + " Make two publications.");
        }
        if (generatedColumns && !database.environment().atLeast(18)) {
            throw new RefusedException(
                    id(), "The " + id() + " publishes generated columns, which PostgreSQL can since version 18.");
        }
    }

    @Override
    public Publication named(QualifiedName other) {
        return new Publication(other.name(), allTables, tables, schemas, operations, viaRoot, generatedColumns);
    }

    @Override
    public Publication following(Rename rename) {
        Set<String> followed = schemas.stream()
                .map(schema -> rename.newId(Schema.id(schema))
                        .map(id -> id.name().name())
                        .orElse(schema))
                .collect(Collectors.toSet());
        return of(tables.stream().map(table -> table.following(rename)).toList(), followed);
    }

    @Override
    public Publication copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return named(QualifiedName.unqualified("varve_scratch_" + Integer.toHexString(name.hashCode())));
    }

    @Override
    public Publication inWordsOf(SchemaObject copy) {
        List<PublishedTable> printed = ((Publication) copy).tables;
        List<PublishedTable> reworded = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            PublishedTable other = printed.get(i);
            reworded.add(tables.get(i).saying(tables.get(i).where().flatMap(where -> other.where())));
        }
        return of(reworded, schemas);
    }

    @Override
    public List<Statement> creation(Database database) {
        PublicationContents contents = PublicationContents.of(this);
        Sql create = Sql.of("create publication {}", id().name());
        Sql listed = contents.isEmpty() ? Sql.raw("") : Sql.of(" for {}", contents.clause(database));
        Sql what = allTables ? Sql.raw(" for all tables") : listed;
        Options options = PublicationOptions.of(this).unusual();
        Sql with = options.isEmpty() ? Sql.raw("") : Sql.of(" {}", options.with());
        return List.of(Statement.of(create.then(what).then(with), LockMode.SHARE_UPDATE_EXCLUSIVE));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return new PublicationAlteration((Publication) from, this, database).statements();
    }
}

package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.Publication;
import dev.varve.model.Publication.Operation;
import dev.varve.model.PublishedTable;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.sql.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A publication as it is written; with its name alone it stands for one that is already there. */
public record PublicationSpec(Publication publication)
        implements Named, Creation, Replacement, Alterable<PublicationSpec.Alteration> {

    static PublicationSpec of(String name) {
        return new PublicationSpec(Publication.of(name));
    }

    /** Publishes every table. */
    public PublicationSpec allTables() {
        return new PublicationSpec(publication.ofAllTables());
    }

    /** Publishes a table, or only some of its columns. */
    public PublicationSpec table(TableReference table, String... columns) {
        return new PublicationSpec(publication.plus(published(table, Optional.empty(), columns)));
    }

    /** Publishes those rows of a table that meet the condition, or only some of its columns. */
    public PublicationSpec rows(TableReference table, String condition, String... columns) {
        return new PublicationSpec(publication.plus(published(table, Optional.of(condition), columns)));
    }

    /** Publishes a partition without the others of its table, or only some of its columns. */
    public PublicationSpec table(PartitionSpec partition, String... columns) {
        return new PublicationSpec(publication.plus(published(partition, Optional.empty(), columns)));
    }

    /** Publishes those rows of a partition that meet the condition, or only some of its columns. */
    public PublicationSpec rows(PartitionSpec partition, String condition, String... columns) {
        return new PublicationSpec(publication.plus(published(partition, Optional.of(condition), columns)));
    }

    private static PublishedTable published(Named table, Optional<String> condition, String... columns) {
        return new PublishedTable(table.id(), Set.of(columns), condition.map(Expression::new));
    }

    /** Publishes every table of a schema. */
    public PublicationSpec tablesInSchema(String schema) {
        return new PublicationSpec(publication.plusSchema(schema));
    }

    /** Publishes only these kinds of changes. */
    public PublicationSpec publish(Operation... operations) {
        return new PublicationSpec(publication.publishing(Set.of(operations)));
    }

    /** Publishes changes of partitions as changes of the partitioned table. */
    public PublicationSpec viaPartitionRoot() {
        return new PublicationSpec(publication.viaRoot(true));
    }

    /** Publishes stored generated columns, too; since PostgreSQL 18. */
    public PublicationSpec generatedColumns() {
        return new PublicationSpec(publication.generatedColumns(true));
    }

    @Override
    public ObjectId<Publication> id() {
        return publication.id();
    }

    @Override
    public List<dev.varve.operation.Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(publication));
    }

    @Override
    public dev.varve.operation.Operation replacement() {
        return AlterObject.to(publication);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Adding(PublishedTable table) implements ObjectChange<Publication> {

        @Override
        public Publication of(Publication before) {
            return before.plus(table);
        }
    }

    private record Removing(ObjectId<?> table) implements ObjectChange<Publication> {

        @Override
        public Publication of(Publication before) {
            return before.minus(table);
        }
    }

    private record AddingSchema(String schema) implements ObjectChange<Publication> {

        @Override
        public Publication of(Publication before) {
            return before.plusSchema(schema);
        }
    }

    private record RemovingSchema(String schema) implements ObjectChange<Publication> {

        @Override
        public Publication of(Publication before) {
            return before.minusSchema(schema);
        }
    }

    private record Publishing(Set<Operation> operations) implements ObjectChange<Publication> {

        @Override
        public Publication of(Publication before) {
            return before.publishing(operations);
        }
    }

    private record Rooting(boolean viaRoot) implements ObjectChange<Publication> {

        @Override
        public Publication of(Publication before) {
            return before.viaRoot(viaRoot);
        }
    }

    private record Generating(boolean published) implements ObjectChange<Publication> {

        @Override
        public Publication of(Publication before) {
            return before.generatedColumns(published);
        }
    }

    /** The words for changing a publication. */
    public static final class Alteration {

        private final ObjectId<Publication> publication;
        private final Changes changes;

        private Alteration(ObjectId<Publication> publication, Changes changes) {
            this.publication = publication;
            this.changes = changes;
        }

        private Alteration record(ObjectChange<Publication> change) {
            changes.add(new AlterObject<>(publication, change));
            return this;
        }

        /** Publishes a table, or only some of its columns. */
        public Alteration addTable(TableReference table, String... columns) {
            return record(new Adding(published(table, Optional.empty(), columns)));
        }

        /** Publishes those rows of a table that meet the condition, or only some of its columns. */
        public Alteration addRows(TableReference table, String condition, String... columns) {
            return record(new Adding(published(table, Optional.of(condition), columns)));
        }

        /** Publishes a partition without the others of its table, or only some of its columns. */
        public Alteration addTable(PartitionSpec partition, String... columns) {
            return record(new Adding(published(partition, Optional.empty(), columns)));
        }

        /** Publishes those rows of a partition that meet the condition, or only some of its columns. */
        public Alteration addRows(PartitionSpec partition, String condition, String... columns) {
            return record(new Adding(published(partition, Optional.of(condition), columns)));
        }

        /** Publishes a table no more. */
        public Alteration dropTable(TableReference table) {
            return record(new Removing(table.id()));
        }

        /** Publishes a partition no more. */
        public Alteration dropTable(PartitionSpec partition) {
            return record(new Removing(partition.id()));
        }

        /** Publishes every table of a schema. */
        public Alteration addTablesInSchema(String schema) {
            return record(new AddingSchema(schema));
        }

        /** Publishes every table of a schema no more. */
        public Alteration dropTablesInSchema(String schema) {
            return record(new RemovingSchema(schema));
        }

        /** Publishes these kinds of changes and no others. */
        public Alteration publish(Operation... operations) {
            return record(new Publishing(Set.of(operations)));
        }

        /** Publishes changes of partitions as changes of the partitioned table, or as their own. */
        public Alteration viaPartitionRoot(boolean viaRoot) {
            return record(new Rooting(viaRoot));
        }

        /** Publishes stored generated columns or not; since PostgreSQL 18. */
        public Alteration generatedColumns(boolean published) {
            return record(new Generating(published));
        }
    }
}

package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A fact about a partition that is none about its table, such as its storage parameters or that it is unlogged. */
public record PartitionFacet(ObjectId<?> on, Facet facet) implements PartitionMember {

    /** The id of a fact of that class about a partition. */
    public static ObjectId<PartitionFacet> id(QualifiedName partition, Class<? extends Facet> facet) {
        return new ObjectId<>(PartitionFacet.class, partition, '.' + facet.getSimpleName());
    }

    @Override
    public ObjectId<PartitionFacet> id() {
        return id(on.name(), facet.getClass());
    }

    @Override
    public Table addedTo(Table partition) {
        return partition.with(facet);
    }

    private Table table(Database database) {
        return ((Partition) database.get(on)).withMembers(database, this);
    }

    @Override
    public void check(Database database) {
        Partition partition = (Partition) database.get(on);
        facet.check(table(database), database);
        partition.partitioning().ifPresent(further -> further.check(addedTo(table(database)), database));
    }

    @Override
    public PartitionFacet following(Rename rename) {
        return new PartitionFacet(rename.newId(on).orElse(on), facet.following(on, rename));
    }

    @Override
    public List<Statement> creation(Database database) {
        return facet.alteration(table(database), Optional.empty(), database);
    }

    @Override
    public List<Statement> removal(Database database) {
        return facet.removal(table(database).with(facet), database);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(facet.alteration(table(database), Optional.of(((PartitionFacet) from).facet), database));
    }
}

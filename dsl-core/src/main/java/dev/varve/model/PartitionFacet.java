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

    /** The tablespace of the database, where that is not the one of the table. */
    private boolean isUsualPlace() {
        return facet.equals(Tablespace.USUAL);
    }

    @Override
    public Table addedTo(Table partition) {
        return isUsualPlace() ? partition.without(Tablespace.class) : partition.with(facet);
    }

    /** It has to differ from what the table says, or PostgreSQL does not know that it was said. */
    @Override
    public void checkChange(Table before, Table after) {
        boolean changes = !before.facet(facet.getClass()).equals(after.facet(facet.getClass()));
        if (changes && addedTo(after).equals(after)) {
            throw refused();
        }
    }

    private RefusedException refused() {
        return new RefusedException(
                id(), "The " + id() + " is the one of its table. Drop it of the partition: dropTablespace().");
    }

    private Table table(Database database) {
        return ((Partition) database.get(on)).withMembers(database, this);
    }

    @Override
    public void check(Database database) {
        Partition partition = (Partition) database.get(on);
        facet.check(table(database), database);
        if (facet instanceof Tablespace && addedTo(table(database)).equals(table(database))) {
            throw refused();
        }
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
        Table without = table(database);
        return without.facet(facet.getClass())
                .map(ofTable -> ofTable.alteration(without.with(facet), Optional.of(facet), database))
                .orElseGet(() -> facet.removal(without.with(facet), database));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(facet.alteration(table(database), Optional.of(((PartitionFacet) from).facet), database));
    }
}

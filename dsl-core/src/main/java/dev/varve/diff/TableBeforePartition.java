package dev.varve.diff;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.Partition;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;

/** That a table has its keys and indexes before its partitions get some of their own, of which PostgreSQL would make them otherwise. */
record TableBeforePartition(Database current, Database wanted) {

    /** Looks whether what is made comes too early. */
    void check(SchemaObject made) {
        if (made instanceof Index || made instanceof PartitionConstraint) {
            checkOwn(made);
        }
    }

    private void checkOwn(SchemaObject own) {
        own.owner()
                .flatMap(wanted::find)
                .filter(Partition.class::isInstance)
                .map(partition -> ((Partition) partition).root(wanted))
                .ifPresent(table -> {
                    refuseBeforeIndexes(own, table);
                    refuseBeforeConstraints(own, table);
                });
    }

    private void refuseBeforeIndexes(SchemaObject own, Table table) {
        wanted.owned(table.id()).stream()
                .filter(above -> above instanceof Index index && isAlike(own, index))
                .forEach(above -> current.get(above.id()));
    }

    private void refuseBeforeConstraints(SchemaObject own, Table table) {
        table.constraints().values().stream()
                .filter(above -> own instanceof PartitionConstraint constraint && constraint.isAlike(above))
                .map(Constraint::name)
                .filter(above -> !current.get(table.id()).constraints().containsKey(above))
                .findFirst()
                .ifPresent(above -> {
                    throw new RefusedException(
                            table.id(), "The " + table.id() + " does not have the constraint \"" + above + "\" yet.");
                });
    }

    private static boolean isAlike(SchemaObject own, Index above) {
        return own instanceof Index index ? index.isAlike(above) : ((PartitionConstraint) own).isAlike(above);
    }
}

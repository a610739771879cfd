package dev.varve.jooq;

import dev.varve.model.AutomaticName;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.KeyConstraint;
import dev.varve.model.Partition;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Table;
import java.util.Map;
import java.util.TreeMap;

/** What the keys of partitions are called: PostgreSQL names their indexes itself, and leaves other constraints their names. */
final class PartitionNames {

    private PartitionNames() {}

    /** A partition as a table whose constraints have the names that PostgreSQL gives them. */
    static Table asTable(Partition partition, Database state) {
        Table table = partition.withMembers(state);
        Map<String, Constraint> constraints = new TreeMap<>();
        for (Constraint constraint : table.constraints().values()) {
            Constraint own = constraint instanceof KeyConstraint key ? named(key, table) : constraint;
            constraints.put(own.name(), own);
        }
        return new Table(table.name(), table.columns(), constraints, table.facets());
    }

    private static Constraint named(KeyConstraint key, Table table) {
        boolean primary = key instanceof PrimaryKeyConstraint;
        String columns = primary ? "" : String.join("_", key.key().columns());
        return key.named(new AutomaticName(table.name(), columns, primary ? "_pkey" : "_key")
                .name()
                .name());
    }
}

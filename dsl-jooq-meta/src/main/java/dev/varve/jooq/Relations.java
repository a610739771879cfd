package dev.varve.jooq;

import dev.varve.model.Database;
import dev.varve.model.Partition;
import dev.varve.model.Queried;
import dev.varve.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.TableOptions.TableType;

/**
 * Everything of a state that can be selected from.
 *
 * @param tables the tables and partitions, each with all that it has
 * @param all the tables and queries
 * @param unknown what cannot be told without a server, in words
 */
record Relations(Database state, List<Table> tables, List<Relation> all, List<String> unknown) {

    Relations {
        tables = List.copyOf(tables);
        all = List.copyOf(all);
        unknown = List.copyOf(unknown);
    }

    static Relations of(Replay replay) {
        Database state = replay.state();
        List<Table> tables = Stream.concat(
                        state.objects(Table.class),
                        state.objects(Partition.class).map(partition -> PartitionNames.asTable(partition, state)))
                .toList();
        List<Relation> all = new ArrayList<>();
        tables.forEach(table -> all.add(new Relation(table.id(), TableType.TABLE, table.columns())));
        QueriedRelations queries = new QueriedRelations(state, all);
        state.objects()
                .filter(Queried.class::isInstance)
                .map(Queried.class::cast)
                .forEach(queries::add);
        List<String> unknown = Stream.concat(replay.unknown().stream(), queries.unknown().stream())
                .toList();
        return new Relations(state, tables, queries.all(), unknown);
    }
}

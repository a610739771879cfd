package dev.varve.jooq;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.TableDefinition;

/** The indexes over plain columns; jOOQ has no word for others. */
record Indexes(Database state, HistoryDatabase database) {

    List<IndexDefinition> definitions(Predicate<ObjectId<?>> wanted) {
        return state.objects(Index.class)
                .filter(index -> wanted.test(index.id()) && isPlain(index))
                .flatMap(index -> table(index).stream().map(table -> definition(index, table)))
                .toList();
    }

    static boolean isPlain(Index index) {
        return index.keys().stream().allMatch(IndexKey::column)
                && index.included().isEmpty();
    }

    private Optional<TableDefinition> table(Index index) {
        return Optional.ofNullable(database.getSchema(index.on().name().schema()))
                .flatMap(schema -> Optional.ofNullable(
                        database.getTable(schema, index.on().name().name())));
    }

    private static IndexDefinition definition(Index index, TableDefinition table) {
        return new ColumnsIndex(index, table);
    }
}

package dev.varve.jooq;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.meta.IndexDefinition;

/** The indexes over plain columns; jOOQ has no word for others. */
record Indexes(Database state, HistoryDatabase database) {

    List<IndexDefinition> definitions(Predicate<ObjectId<?>> wanted) {
        return state.objects(Index.class)
                .filter(index -> wanted.test(index.id()) && isPlain(index))
                .flatMap(index -> database.table(index.on().name()).stream()
                        .<IndexDefinition>map(table -> new ColumnsIndex(index, table)))
                .toList();
    }

    static boolean isPlain(Index index) {
        return index.keys().stream().allMatch(IndexKey::column)
                && index.included().isEmpty();
    }
}

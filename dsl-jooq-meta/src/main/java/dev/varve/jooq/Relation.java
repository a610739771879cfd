package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.ObjectId;
import java.util.List;
import org.jooq.TableOptions.TableType;

/**
 * Something that can be selected from.
 *
 * @param source how it is made, if it is a query
 */
record Relation(ObjectId<?> id, TableType type, List<Column> columns, String source) {

    Relation {
        columns = List.copyOf(columns);
    }

    Relation(ObjectId<?> id, TableType type, List<Column> columns) {
        this(id, type, columns, "");
    }
}

package dev.varve.jooq;

import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A relation by which the parser of jOOQ finds out whose columns a query names. */
final class KnownTable extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    KnownTable(Relation relation) {
        super(
                DSL.name(relation.id().name().name()),
                DSL.schema(DSL.name(relation.id().name().schema())));
        relation.columns().forEach(column -> createField(DSL.name(column.name()), SQLDataType.OTHER, this));
    }
}

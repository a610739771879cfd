package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.ColumnNames;
import dev.varve.model.TypeName;
import java.util.Optional;

/**
 * A column of the result of a query.
 *
 * @param name nothing where only a server knows it
 */
record ResultColumn(int place, Optional<String> name, TypeName type) {

    /** The column under the name that a view gives it, if it gives one. */
    Optional<Column> called(ColumnNames names) {
        Optional<String> listed =
                Optional.of(place).filter(i -> i < names.listed().size()).map(names.listed()::get);
        return listed.or(() -> name.map(own -> names.renamed().getOrDefault(own, own)))
                .map(known -> Column.of(known, type));
    }
}

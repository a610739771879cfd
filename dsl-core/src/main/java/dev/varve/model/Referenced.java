package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * What a foreign key references, and how.
 *
 * @param relation the table, or the partition, which is referenced without the others of its table
 * @param matchFull whether of several columns either all are null or none
 * @param period whether the last column is a range that ranges of the other table cover together; PostgreSQL has this from version 18
 *     on
 */
public record Referenced(ObjectId<?> relation, List<String> columns, boolean matchFull, boolean period) {

    public Referenced {
        columns = List.copyOf(columns);
    }

    /** The columns of a table or of a partition, each of which is matched unless it is null. */
    public static Referenced of(ObjectId<?> relation, List<String> columns) {
        return new Referenced(relation, columns, false, false);
    }

    /** The same, where of several columns either all are null or none. */
    public Referenced matchingFully() {
        return new Referenced(relation, columns, true, period);
    }

    /** The same, whose last column is a range. */
    public Referenced overPeriod() {
        return new Referenced(relation, columns, matchFull, true);
    }

    Referenced following(Rename rename) {
        return new Referenced(
                rename.newId(relation).orElse(relation), rename.followColumns(relation, columns), matchFull, period);
    }

    Sql clause(List<String> from) {
        Sql key = Sql.of("foreign key ({}) references {} ({})", names(from), relation.name(), names(columns));
        return matchFull ? key.then(Sql.raw(" match full")) : key;
    }

    private Sql names(List<String> of) {
        List<Sql> names = new ArrayList<>();
        of.forEach(name ->
                names.add(Sql.of(period && names.size() == of.size() - 1 ? "period {}" : "{}", Identifier.of(name))));
        return Sql.join(", ", names);
    }
}

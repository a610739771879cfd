package dev.varve.testing;

import dev.varve.dsl.Changes;
import java.util.List;

/** One thing that somebody may do to a schema, at a place that is drawn. */
public interface Move {

    /** Says it in the words of a migration. */
    void say(Changes changes, Draw draw);

    /** A table in a schema. */
    static Move first() {
        return TableMoves::createFirst;
    }

    /** All moves on tables and what stands on them. */
    static List<Move> all() {
        return List.of(
                ObjectMoves::createSchema,
                TableMoves::createTable,
                TableMoves::addColumn,
                TableMoves::addComputedColumn,
                TableMoves::dropColumn,
                TableMoves::renameColumn,
                TableMoves::alterType,
                TableMoves::setDefault,
                TableMoves::dropDefault,
                TableMoves::changeNullability,
                TableMoves::addCheck,
                TableMoves::addUnique,
                TableMoves::addForeignKey,
                TableMoves::dropConstraint,
                TableMoves::renameConstraint,
                TableMoves::addIndex,
                ObjectMoves::createView,
                ObjectMoves::createViewOfView,
                ObjectMoves::createMaterializedView,
                ObjectMoves::createEnum,
                ObjectMoves::addEnumValue,
                ObjectMoves::createDomain,
                TableMoves::useType,
                ObjectMoves::createSequence,
                TableMoves::useSequence,
                ObjectMoves::createFunction,
                ObjectMoves::createTrigger,
                ObjectMoves::createPolicy,
                ObjectMoves::comment,
                TableMoves::parameters,
                ObjectMoves::rename,
                ObjectMoves::moveToSchema,
                ObjectMoves::drop);
    }
}

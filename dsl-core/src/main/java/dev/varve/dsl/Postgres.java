package dev.varve.dsl;

/**
 * The words for a database of plain PostgreSQL: {@code import static dev.varve.dsl.Postgres.*}. The types of columns are in {@link
 * Types}.
 */
public final class Postgres extends CoreWords {

    private Postgres() {}

    /** A table, in the schema {@code public} unless it says otherwise. */
    public static PlainTable table(String name) {
        return PlainTable.of(name);
    }
}

package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.function.UnaryOperator;

/** An object with texts, such as conditions and queries, that PostgreSQL prints in its own words. */
public interface Reworded extends SchemaObject {

    /**
     * An object with the same texts, to be made, read back and thrown away.
     *
     * @param scratch the name of the copy of what has that name
     */
    Reworded copy(UnaryOperator<QualifiedName> scratch, Database database);

    /** This object with its texts as the server printed those of the copy. */
    SchemaObject inWordsOf(SchemaObject copy);
}

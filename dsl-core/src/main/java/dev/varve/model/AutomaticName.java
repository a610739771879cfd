package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.nio.charset.StandardCharsets;

/**
 * The name that PostgreSQL gives to the sequence of an identity, or to an index, for which nobody chose one ({@code makeObjectName}).
 *
 * @param column the column, or the columns with lines between them; none if empty
 * @param ending what it is for, such as {@code _seq}
 */
public record AutomaticName(QualifiedName table, String column, String ending) {

    /** The name of the sequence of a column. */
    AutomaticName(QualifiedName table, String column) {
        this(table, column, "_seq");
    }

    /** The name, if nothing else has it. */
    public QualifiedName name() {
        String line = column.isEmpty() ? "" : "_";
        int most = Identifier.MAX_BYTES - ending.length() - line.length();
        int ofTable = bytes(table.name());
        int ofColumn = bytes(column);
        while (ofTable + ofColumn > most) {
            if (ofTable > ofColumn) {
                ofTable--;
            } else {
                ofColumn--;
            }
        }
        return table.named(clipped(table.name(), ofTable) + line + clipped(column, ofColumn) + ending);
    }

    /** Whether it is the name, or the name with the number that PostgreSQL adds when something else has it already. */
    boolean is(QualifiedName sequence) {
        QualifiedName automatic = name();
        return sequence.schema().equals(automatic.schema())
                && sequence.name().startsWith(automatic.name())
                && sequence.name().substring(automatic.name().length()).matches("\\d*");
    }

    private static String clipped(String name, int most) {
        String clipped = name;
        while (bytes(clipped) > most) {
            clipped = clipped.substring(0, clipped.offsetByCodePoints(clipped.length(), -1));
        }
        return clipped;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}

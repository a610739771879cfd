package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The name that PostgreSQL gives to the sequence of an identity, or to an index, for which nobody chose one ({@code makeObjectName}).
 *
 * @param column the column, or the columns with lines between them; none if empty
 * @param ending what it is for, such as {@code _seq}
 */
public record AutomaticName(QualifiedName table, String column, String ending) {

    private static final Pattern OF_INDEX = Pattern.compile(".+_(pkey|key|excl|idx)\\d*", Pattern.DOTALL);

    /** The name of the sequence of a column. */
    AutomaticName(QualifiedName table, String column) {
        this(table, column, "_seq");
    }

    /** Whether PostgreSQL may have chosen the name for an index at some time, when table and columns were called otherwise. */
    static boolean mayBeOfIndex(String name) {
        return OF_INDEX.matcher(name).matches();
    }

    /** The name that nothing else has: with a number if it has to be. */
    public QualifiedName free(Predicate<QualifiedName> isTaken) {
        QualifiedName name = name();
        for (int i = 1; isTaken.test(name); i++) {
            name = new AutomaticName(table, column, ending + i).name();
        }
        return name;
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

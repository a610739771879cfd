package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Schema;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which objects are meant, by kind, schema and name, where {@code *} stands for any letters and {@code ?} for one: {@code audit.*},
 * {@code policy:*}, {@code table:public.tmp_*}. Without a kind it means all kinds, without a schema all schemas.
 *
 * @param text the pattern as it is written
 */
public record ObjectPattern(String text) {

    /** A pattern; spaces around it do not count. */
    public ObjectPattern {
        text = text.strip();
        if (text.isEmpty() || text.endsWith(":") || text.endsWith(".")) {
            throw new IllegalArgumentException("The pattern \"" + text
                    + "\" names nothing. Write [kind:][schema.]name, such as \"audit.*\" or \"policy:*\".");
        }
    }

    /** Whether that object is meant. */
    public boolean matches(ObjectId<?> id) {
        return isKind(id) && (isNamed(id) || isWholeSchema(id));
    }

    /** Whether an object of that state is meant. */
    public boolean matchesIn(Database state) {
        return state.objects().anyMatch(object -> matches(object.id()));
    }

    /** Whether that object is meant, or is the schema of such as are. */
    boolean reaches(ObjectId<?> id) {
        return matches(id)
                || id.type() == Schema.class && fits(schema(), id.name().name());
    }

    private boolean isKind(ObjectId<?> id) {
        int colon = text.indexOf(':');
        return colon < 0 || fits(text.substring(0, colon).toLowerCase(Locale.ROOT), id.kind());
    }

    private boolean isNamed(ObjectId<?> id) {
        boolean anywhere = !qualified().contains(".");
        return (anywhere || fits(schema(), id.name().schema()))
                && fits(name(), id.name().name());
    }

    private boolean isWholeSchema(ObjectId<?> id) {
        return id.type() == Schema.class
                && qualified().contains(".")
                && name().equals("*")
                && fits(schema(), id.name().name());
    }

    private String qualified() {
        return text.substring(text.indexOf(':') + 1);
    }

    private String schema() {
        return qualified().contains(".") ? qualified().substring(0, qualified().indexOf('.')) : "*";
    }

    private String name() {
        return qualified().substring(qualified().indexOf('.') + 1);
    }

    private static boolean fits(String glob, String text) {
        String any = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(any, Pattern.DOTALL).matcher(text).matches();
    }
}

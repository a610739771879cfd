package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.TypeName;
import java.util.Set;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.QOM;

/** A column of the result of a query. */
record ResultColumn(Field<?> field, ResultTypes types) {

    /** Those to which PostgreSQL gives the name of the function if nobody gives them another. */
    private static final Set<Class<?>> NAMED =
            Set.of(QOM.Count.class, QOM.Sum.class, QOM.Min.class, QOM.Max.class, QOM.Avg.class, QOM.Coalesce.class);

    /**
     * The column in its place.
     *
     * @param combined whether its type also depends on other queries
     */
    Column column(boolean combined, int place) {
        TypeName type = combined ? ResultTypes.UNKNOWN : types.of(field);
        return Column.of(name(field, place), type);
    }

    private static String name(Field<?> field, int place) {
        if (field instanceof QOM.Cast<?> cast && isNamed(cast.$field())) {
            return cast.$field().getName();
        }
        return isNamed(field) ? field.getName() : "?column" + place + '?';
    }

    private static boolean isNamed(Field<?> field) {
        return field instanceof QOM.FieldAlias<?>
                || field instanceof TableField<?, ?>
                || field instanceof QOM.Function<?>
                || NAMED.stream().anyMatch(type -> type.isInstance(field));
    }
}

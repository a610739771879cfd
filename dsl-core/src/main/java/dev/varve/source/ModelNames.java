package dev.varve.source;

import dev.varve.dsl.Postgres;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** How the classes of models are called, and the constants of their columns: as in Java, and no two alike. */
final class ModelNames {

    /** The constants that models say without their class. */
    private static final Set<String> WORDS =
            Arrays.stream(Postgres.class.getFields()).map(Field::getName).collect(Collectors.toSet());

    private final Map<ObjectId<Table>, String> classes = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private ModelNames() {}

    /** The names of the models of tables, none of which is that of a class that they import. */
    static ModelNames of(Collection<Table> tables, Imports imported) {
        ModelNames names = new ModelNames();
        for (Table table : tables) {
            String plain = capitalized(table.name().name());
            String name = imported.hasClass(plain) || names.taken.contains(plain.toLowerCase(Locale.ROOT))
                    ? capitalized(table.name().schema() + '_' + table.name().name())
                    : plain;
            names.classes.put(table.id(), unused(name, names.taken));
        }
        return names;
    }

    /** Whether a model is called like one of these classes. */
    boolean hasAnyOf(Imports imported) {
        return classes.values().stream().anyMatch(imported::hasClass);
    }

    /** A class of models that is none of a table: {@code ShopObjects} of {@code shop objects}. */
    String otherClass(String name) {
        return unused(capitalized(name), taken);
    }

    /** The class of a table: {@code OrderItems} of {@code order_items}. */
    String className(ObjectId<Table> table) {
        return classes.get(table);
    }

    /** The constant of a table: {@code ORDER_ITEMS} of {@code OrderItems}. */
    String constant(ObjectId<Table> table) {
        String name = className(table).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return WORDS.contains(name) ? name + "_TABLE" : name;
    }

    /** The fields of the columns of a table: {@code placedAt} of {@code placed_at}. */
    static Map<String, String> fields(Table table) {
        Map<String, String> fields = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (String column : table.columnNames()) {
            String words = capitalized(column);
            fields.put(column, unused(words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1), taken));
        }
        return fields;
    }

    private static String unused(String wanted, Set<String> taken) {
        String name = SourceVersion.isName(wanted) ? wanted : wanted + '_';
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + i;
        }
        return name;
    }

    private static String capitalized(String name) {
        String words = Arrays.stream(name.split("[^\\p{Alnum}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.isEmpty() || !Character.isJavaIdentifierStart(words.charAt(0)) ? "X" + words : words;
    }
}

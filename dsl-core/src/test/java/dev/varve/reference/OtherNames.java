package dev.varve.reference;

import dev.varve.model.Cast;
import dev.varve.model.Column;
import dev.varve.model.Constraint;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import dev.varve.model.Transform;
import dev.varve.model.TypeName;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameObject;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives what operations name other names. Operations are records all the way down, so that they can be taken apart and put together again.
 *
 * @param names the other names, by those that are said
 * @param word what is a name within SQL
 */
record OtherNames(Map<String, String> names, Pattern word) {

    private static final Set<String> KEPT = Set.of("public", "pg_catalog");
    private static final Set<Class<?>> NAMELESS = Set.of(Cast.class, DefaultPrivileges.class, Transform.class);
    private static final String HOSTILE = "\"$$ ';\n--ü☃ select ";
    private static final Pattern NAMED_WITHIN = Pattern.compile("\\.(\\S+)( .*)?");

    /** What stands in quotes of either kind, or is called as a function without a schema, stays. */
    private static final Pattern UNQUOTED =
            Pattern.compile("(?<![\\w$'])[a-z][a-z0-9_]*(?![\\w$'(])|(?<=\\.)[a-z][a-z0-9_]*");

    /** Names that need no quotes may stand wherever the old ones did. */
    private static final Pattern WORD = Pattern.compile("\\b[a-z][a-z0-9_]*\\b");

    /** Operators can have no other names than these. */
    private static final Pattern SYMBOL = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

    /**
     * Names that are hard to write for everything that the operations name: with quotes, dollars, a line break, letters of several bytes and
     * a key word, 63 bytes long.
     */
    static OtherNames hostile(List<Operation> before, List<Operation> operations) {
        Set<String> found = new LinkedHashSet<>();
        before.forEach(operation -> collect(operation, found));
        operations.forEach(operation -> collect(operation, found));
        return new OtherNames(renamed(found, OtherNames::hostile), UNQUOTED);
    }

    /** Names with an ending for what is in no schema, the schemas among it; what is in one is called as before. */
    static OtherNames ending(List<Operation> operations, String ending) {
        Set<String> found = new LinkedHashSet<>();
        operations.forEach(operation -> collectSchemaless(operation, found));
        return new OtherNames(renamed(found, name -> name + ending), WORD);
    }

    private static Map<String, String> renamed(Set<String> found, UnaryOperator<String> other) {
        found.removeAll(KEPT);
        Map<String, String> names = new LinkedHashMap<>();
        found.forEach(name -> names.put(name, other.apply(name)));
        return names;
    }

    private static String hostile(String name) {
        StringBuilder hostile = new StringBuilder(HOSTILE + name);
        while (hostile.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length < Identifier.MAX_BYTES) {
            hostile.append('x');
        }
        return hostile.toString();
    }

    private static void collect(Object value, Set<String> found) {
        if (isBuiltIn(value)) {
            return;
        }
        if (value instanceof QualifiedName name && !name.schema().isEmpty() && !KEPT.contains(name.schema())) {
            found.add(name.schema());
            Optional.of(name.name())
                    .filter(one -> !SYMBOL.matcher(one).matches())
                    .ifPresent(found::add);
        } else if (value instanceof ObjectId<?> id && id.name().schema().isEmpty()) {
            found.add(id.name().name());
        } else if (value instanceof Column column) {
            found.add(column.name());
        } else if (value instanceof Constraint constraint) {
            found.add(constraint.name());
        }
        parts(value).forEach(part -> collect(part, found));
    }

    private static void collectSchemaless(Object value, Set<String> found) {
        if (isBuiltIn(value)) {
            return;
        }
        if (value instanceof QualifiedName name && !name.schema().isEmpty()) {
            found.add(name.schema());
        } else if (value instanceof ObjectId<?> id && id.name().schema().isEmpty()) {
            found.add(id.name().name());
        } else if (value instanceof SchemaObject object && !isBuiltIn(object.id())) {
            collectSchemaless(object.id(), found);
        } else if (value instanceof RenameObject rename
                && rename.id().name().schema().isEmpty()) {
            found.add(rename.to());
        }
        parts(value).forEach(part -> collectSchemaless(part, found));
    }

    /** Extensions have the names of their files, casts and transforms have none. */
    private static boolean isBuiltIn(Object value) {
        if (value instanceof ObjectId<?> id) {
            return id.type() == Extension.class || NAMELESS.contains(id.type());
        }
        return value instanceof Extension
                || value instanceof TypeName type && type.userDefined().isEmpty();
    }

    private static Collection<?> parts(Object value) {
        if (value instanceof Record record) {
            return values(record);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        if (value instanceof Optional<?> optional) {
            return optional.stream().toList();
        }
        return value instanceof Collection<?> all ? all : List.of();
    }

    private static List<Object> values(Record record) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.add(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(record + " cannot be read.", e);
            }
        }
        return values;
    }

    /** The same operations under the other names. */
    List<Operation> in(List<Operation> operations) {
        return operations.stream()
                .map(operation -> (Operation) rewritten(operation))
                .toList();
    }

    private Object rewritten(Object value) {
        if (value instanceof String text) {
            return names.getOrDefault(text, inText(text));
        }
        if (value instanceof Expression expression) {
            return new Expression(inText(expression.text()));
        }
        if (value instanceof Query query) {
            return new Query(inText(query.text()));
        }
        if (value instanceof Extension extension) {
            Optional<String> schema = extension.schema().map(name -> names.getOrDefault(name, name));
            return new Extension(extension.name(), schema, extension.version());
        }
        if (value instanceof Record record) {
            return isBuiltIn(record) && !(record instanceof ObjectId<?>) ? record : rewritten(record);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(this::rewritten);
        }
        if (value instanceof SortedMap<?, ?> map) {
            return rewritten(map, new TreeMap<>());
        }
        if (value instanceof Map<?, ?> map) {
            return rewritten(map, new LinkedHashMap<>());
        }
        if (value instanceof SortedSet<?> set) {
            return set.stream().map(this::rewritten).collect(Collectors.toCollection(TreeSet::new));
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(this::rewritten).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return value instanceof List<?> list
                ? list.stream().map(this::rewritten).toList()
                : value;
    }

    private Map<Object, Object> rewritten(Map<?, ?> map, Map<Object, Object> target) {
        map.forEach((key, value) -> target.put(rewritten(key), rewritten(value)));
        return target;
    }

    private Record rewritten(Record record) {
        List<Object> values = values(record).stream().map(this::rewritten).toList();
        if (record instanceof ObjectId<?> id && NAMELESS.contains(id.type())) {
            return new ObjectId<>(id.type(), id.name(), (String) values.get(2));
        }
        if (record instanceof ObjectId<?> id) {
            return new ObjectId<>(id.type(), (QualifiedName) values.get(1), detail(id.detail(), values.get(2)));
        }
        Class<?>[] types = java.util.Arrays.stream(record.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record + " cannot be put together again.", e);
        }
    }

    /** The name of what is named within a relation stands in its id as it is, and words may follow it. */
    private String detail(String detail, Object inText) {
        Matcher named = NAMED_WITHIN.matcher(detail);
        return named.matches() && names.containsKey(named.group(1))
                ? '.' + names.get(named.group(1)) + Objects.toString(named.group(2), "")
                : (String) inText;
    }

    /** Names within SQL are quoted where they have to be. */
    private String inText(String text) {
        return word.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Optional.ofNullable(names.get(match.group()))
                        .map(name -> Identifier.of(name).sql())
                        .orElse(match.group())));
    }
}

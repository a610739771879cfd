package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import dev.varve.sql.SqlNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a function or procedure runs.
 *
 * @param securityDefiner whether it runs with the rights of its owner
 * @param settings the run-time parameters that hold while it runs, such as an empty {@code search_path}, in the order
 *     in which they are set
 * @param transforms the types whose values arrive as the language has them; there must be a {@link Transform} for each
 */
public record RoutineTraits(boolean securityDefiner, Map<String, String> settings, List<TypeName> transforms) {

    /** With the rights and under the parameters of whoever calls it. */
    public static final RoutineTraits PLAIN = new RoutineTraits(false, Map.of(), List.of());

    /** The parameters that are lists of names, each of which PostgreSQL quotes by itself. */
    private static final Set<String> LISTS = Set.of(
            "search_path",
            "temp_tablespaces",
            "local_preload_libraries",
            "session_preload_libraries",
            "shared_preload_libraries",
            "unix_socket_directories");

    public RoutineTraits {
        Map<String, String> settled = new LinkedHashMap<>();
        settings.forEach((parameter, value) -> settled.put(parameter, settled(parameter, value)));
        settings = Collections.unmodifiableMap(settled);
        transforms = transforms.stream().map(TypeName::unmodified).toList();
    }

    private static String settled(String parameter, String value) {
        return LISTS.contains(parameter)
                ? names(value).stream().map(Identifier::quoted).collect(Collectors.joining(", "))
                : value;
    }

    private static List<String> names(String list) {
        return list.isBlank() || list.equals("\"\"")
                ? List.of()
                : SqlNames.list(list).stream()
                        .map(name -> SqlNames.first(name).name())
                        .toList();
    }

    /** The same with the rights of the owner, or of whoever calls it. */
    public RoutineTraits securityDefiner(boolean definer) {
        return new RoutineTraits(definer, settings, transforms);
    }

    /** The same with a parameter set, in its place or as the last. */
    public RoutineTraits setting(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(parameter, value);
        return new RoutineTraits(securityDefiner, more, transforms);
    }

    /** The same with a parameter left as it is where the routine is called. */
    public RoutineTraits resetting(String parameter) {
        Map<String, String> fewer = new LinkedHashMap<>(settings);
        fewer.remove(parameter);
        return new RoutineTraits(securityDefiner, fewer, transforms);
    }

    /** The same with values of one more type as the language has them. */
    public RoutineTraits transforming(TypeName type) {
        return new RoutineTraits(
                securityDefiner,
                settings,
                Stream.concat(transforms.stream(), Stream.of(type)).toList());
    }

    RoutineTraits following(Rename rename) {
        return new RoutineTraits(
                securityDefiner,
                settings,
                transforms.stream().map(type -> type.following(rename)).toList());
    }

    /** Only a new definition says of which types values are transformed. */
    boolean canBeAlteredFrom(RoutineTraits old) {
        return transforms.equals(old.transforms);
    }

    /** The clauses that say it, where it is not what is the case without a word. */
    List<Sql> clauses() {
        List<Sql> clauses = new ArrayList<>(changes(PLAIN));
        if (!transforms.isEmpty()) {
            List<Sql> types =
                    transforms.stream().map(type -> Sql.of("for type {}", type)).toList();
            clauses.add(Sql.of(" transform {}", Sql.join(", ", types)));
        }
        return clauses;
    }

    /** The clauses that make it of others. */
    List<Sql> changes(RoutineTraits from) {
        List<Sql> changes = new ArrayList<>();
        if (securityDefiner != from.securityDefiner) {
            changes.add(Sql.raw(securityDefiner ? " security definer" : " security invoker"));
        }
        Sql set = settingChanges(from);
        Sql usual = sorted().settingChanges(from.sorted());
        if (!set.text().isEmpty() || !usual.text().isEmpty()) {
            changes.add(set.canonically(usual));
        }
        return changes;
    }

    private RoutineTraits sorted() {
        return new RoutineTraits(securityDefiner, new TreeMap<>(settings), transforms);
    }

    private Sql settingChanges(RoutineTraits from) {
        return Sql.join("", isInOrderAfter(from) ? fewSettings(from) : allSettings());
    }

    /** PostgreSQL adds a parameter after those that are there, and shows them in that order. */
    private boolean isInOrderAfter(RoutineTraits from) {
        Set<String> order = new LinkedHashSet<>(from.settings.keySet());
        order.retainAll(settings.keySet());
        order.addAll(settings.keySet());
        return List.copyOf(order).equals(List.copyOf(settings.keySet()));
    }

    private List<Sql> fewSettings(RoutineTraits from) {
        List<Sql> changes = new ArrayList<>();
        from.settings.keySet().stream()
                .filter(parameter -> !settings.containsKey(parameter))
                .forEach(parameter -> changes.add(Sql.of(" reset {}", Identifier.of(parameter))));
        settings.entrySet().stream()
                .filter(setting -> !setting.getValue().equals(from.settings.get(setting.getKey())))
                .forEach(setting -> changes.add(clause(setting)));
        return changes;
    }

    private List<Sql> allSettings() {
        List<Sql> changes = new ArrayList<>(List.of(Sql.raw(" reset all")));
        settings.entrySet().forEach(setting -> changes.add(clause(setting)));
        return changes;
    }

    private static Sql clause(Map.Entry<String, String> setting) {
        return Sql.of(" set {} to {}", Identifier.of(setting.getKey()), value(setting.getKey(), setting.getValue()));
    }

    private static Fragment value(String parameter, String value) {
        return LISTS.contains(parameter) && !value.isEmpty()
                ? Sql.join(", ", names(value).stream().map(Literal::text).toList())
                : Literal.text(value);
    }
}

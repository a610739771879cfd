package dev.varve.introspect;

import dev.varve.model.Queried;
import dev.varve.sql.QualifiedName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Views that select from each other in a circle, so that none of them can be the first. */
final class CircularViews {

    private final Map<QualifiedName, Set<QualifiedName>> sources = new HashMap<>();

    CircularViews(Collection<? extends Queried> views) {
        views.forEach(view -> sources.put(view.name(), new HashSet<>()));
        views.forEach(view -> view.query().qualifiedNames().stream()
                .filter(name -> sources.containsKey(name)
                        && !name.equals(view.name())
                        && view.query().selectsFrom(name))
                .forEach(sources.get(view.name())::add));
        while (sources.values().removeIf(Set::isEmpty)) {
            sources.values().forEach(names -> names.retainAll(sources.keySet()));
        }
    }

    /** Whether the view of that name selects from itself through other views. */
    boolean contain(QualifiedName view) {
        Set<QualifiedName> reached = new HashSet<>();
        Deque<QualifiedName> next = new ArrayDeque<>(sources.getOrDefault(view, Set.of()));
        while (!next.isEmpty()) {
            QualifiedName name = next.pop();
            if (reached.add(name)) {
                next.addAll(sources.get(name));
            }
        }
        return reached.contains(view);
    }
}

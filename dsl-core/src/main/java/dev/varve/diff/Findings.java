package dev.varve.diff;

import dev.varve.diff.Finding.Kind;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The places in which one state of a database differs from the one that was expected. */
public record Findings(List<Finding> all) {

    public Findings {
        all = List.copyOf(all);
    }

    /** Compares what is there with what was expected; a text that says the same in other words is no finding. */
    public static Findings between(Database expected, Database actual) {
        return inTheSameWords(expected, Wording.certain(expected, actual));
    }

    /** The objects of a state with each text in one form of all those that certainly say the same: only to be compared, not to be made. */
    public static List<SchemaObject> comparable(Database state) {
        return Wording.folded(state).stream().filter(SchemaObject::isCompared).toList();
    }

    private static Findings inTheSameWords(Database expected, Database actual) {
        TreeSet<ObjectId<?>> ids = new TreeSet<>();
        Stream.concat(expected.objects(), actual.objects())
                .filter(SchemaObject::isCompared)
                .forEach(object -> ids.add(object.id()));
        List<Finding> findings = new ArrayList<>();
        for (ObjectId<?> id : ids) {
            if (!actual.has(id)) {
                findings.add(new Finding(Kind.MISSING, id, id + " is missing"));
            } else if (!expected.has(id)) {
                findings.add(new Finding(Kind.UNEXPECTED, id, id + " is not in the history"));
            } else {
                findings.addAll(between(expected.get(id), actual.get(id)));
            }
        }
        return new Findings(findings);
    }

    private static List<Finding> between(SchemaObject expected, SchemaObject actual) {
        if (expected.equals(actual)) {
            return List.of();
        }
        Map<String, Object> parts = parts(expected);
        Map<String, Object> found = parts(actual);
        TreeSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(found.keySet());
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            String part = name + " of " + expected.id();
            if (!found.containsKey(name)) {
                findings.add(new Finding(Kind.DIFFERENT, expected.id(), part + " is missing"));
            } else if (!parts.containsKey(name)) {
                findings.add(new Finding(Kind.DIFFERENT, expected.id(), part + " is not in the history"));
            } else if (!parts.get(name).equals(found.get(name))) {
                String both = " is \"" + found.get(name) + "\", in the history \"" + parts.get(name) + '"';
                findings.add(new Finding(Kind.DIFFERENT, expected.id(), part + both));
            }
        }
        return findings;
    }

    /** What an object is made of: the columns, constraints and facets of a table by their names, the components of any other record. */
    private static Map<String, Object> parts(SchemaObject object) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (object instanceof Table table) {
            table.columns().forEach(column -> parts.put("column " + column.name(), column.sql()));
            table.constraints()
                    .forEach((name, constraint) -> parts.put(
                            "constraint " + name, constraint.definition().text()));
            table.facets()
                    .forEach((type, facet) ->
                            parts.put("the " + type.getSimpleName().toLowerCase(Locale.ROOT), facet));
            return parts;
        }
        for (RecordComponent component : RecordParts.in(object)) {
            parts.put("the " + component.getName(), RecordParts.of(object, component));
        }
        return parts;
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The findings of one kind. */
    public List<Finding> of(Kind kind) {
        return all.stream().filter(finding -> finding.kind() == kind).toList();
    }
}

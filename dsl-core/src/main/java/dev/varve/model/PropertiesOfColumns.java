package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What was said of how the columns of a relation are stored and planned with, where nobody declares the columns themselves. */
public record PropertiesOfColumns(SortedMap<String, Map<ColumnProperty, String>> values) {

    public PropertiesOfColumns {
        SortedMap<String, Map<ColumnProperty, String>> said = new TreeMap<>();
        values.forEach((column, properties) -> {
            properties.forEach(ColumnProperty::check);
            if (!properties.isEmpty()) {
                said.put(column, ColumnProperty.inOrder(properties));
            }
        });
        values = Collections.unmodifiableSortedMap(said);
    }

    /** Nothing was said. */
    public static PropertiesOfColumns none() {
        return new PropertiesOfColumns(Collections.emptySortedMap());
    }

    /** The same, but for a property of a column. */
    public PropertiesOfColumns with(String column, ColumnProperty property, Optional<String> value) {
        Map<ColumnProperty, String> properties = new LinkedHashMap<>(of(column));
        properties.remove(property);
        value.ifPresent(said -> properties.put(property, said));
        SortedMap<String, Map<ColumnProperty, String>> others = new TreeMap<>(values);
        others.put(column, properties);
        return new PropertiesOfColumns(others);
    }

    /** This and what was said of other columns. */
    public PropertiesOfColumns and(PropertiesOfColumns more) {
        SortedMap<String, Map<ColumnProperty, String>> all = new TreeMap<>(values);
        all.putAll(more.values);
        return new PropertiesOfColumns(all);
    }

    private Map<ColumnProperty, String> of(String column) {
        return values.getOrDefault(column, Map.of());
    }

    /** The same of columns that are called otherwise. */
    PropertiesOfColumns called(UnaryOperator<String> names) {
        SortedMap<String, Map<ColumnProperty, String>> others = new TreeMap<>();
        values.forEach((column, properties) -> others.put(names.apply(column), properties));
        return new PropertiesOfColumns(others);
    }

    /** The statements that make this of something else, of a relation. */
    List<Statement> changes(PropertiesOfColumns old, String alter, QualifiedName relation, Environment environment) {
        Set<String> columns = new TreeSet<>(old.values.keySet());
        columns.addAll(values.keySet());
        List<Statement> changes = new ArrayList<>();
        for (String column : columns) {
            List<ColumnProperty> usual = Arrays.stream(ColumnProperty.values())
                    .filter(property -> !of(column, property).equals(old.of(column, property)))
                    .toList();
            List<ColumnProperty> said = inOrder(column, usual);
            for (int i = 0; i < said.size(); i++) {
                Statement inPlace = change(column, usual.get(i), alter, relation, environment);
                changes.add(change(column, said.get(i), alter, relation, environment)
                        .canonically(inPlace));
            }
        }
        return changes;
    }

    private Statement change(
            String column, ColumnProperty property, String alter, QualifiedName relation, Environment environment) {
        return new ColumnSetting(alter, relation, column, Optional.empty(), property)
                .statement(of(column, property), environment);
    }

    /** What goes first, and what is set in the order in which it is kept. */
    private List<ColumnProperty> inOrder(String column, List<ColumnProperty> changed) {
        List<ColumnProperty> kept = List.copyOf(of(column).keySet());
        return changed.stream()
                .sorted(Comparator.comparingInt(property -> property.isOption() ? kept.indexOf(property) : -1))
                .toList();
    }

    private Optional<String> of(String column, ColumnProperty property) {
        return Optional.ofNullable(of(column).get(property));
    }
}

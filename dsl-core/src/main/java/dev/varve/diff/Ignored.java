package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.PartitionFacet;
import dev.varve.model.PartitionProperty;
import dev.varve.model.SchemaObject;
import dev.varve.model.Storage;
import dev.varve.model.StorageParameters;
import dev.varve.model.Suggestion;
import dev.varve.model.Table;
import dev.varve.model.Tablespace;
import dev.varve.spi.SchemaModules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Facts about tables, partitions and their columns, and about what else is stored, of which no notice is taken.
 *
 * @param kinds what they are called, such as {@code storage parameters} or {@code column statistics}
 */
record Ignored(Set<String> kinds) {

    Ignored {
        kinds = Set.copyOf(kinds);
    }

    Ignored plus(String kind) {
        Set<String> more = new HashSet<>(kinds);
        more.add(kind);
        return new Ignored(more);
    }

    /**
     * A kind of objects or facts as it is called here.
     *
     * @throws IllegalArgumentException if no module has it
     */
    static String known(String kind) {
        String word = kind.strip().toLowerCase(Locale.ROOT);
        Set<String> all = new TreeSet<>(SchemaModules.all().objectKinds());
        all.addAll(SchemaModules.all().facetKinds());
        Stream.of(ColumnProperty.values()).map(Ignored::word).forEach(all::add);
        if (!all.contains(word)) {
            throw new IllegalArgumentException("There is no kind \"" + word + "\" that could be ignored."
                    + Suggestion.of(word, all) + " There are " + String.join(", ", all) + ".");
        }
        return word;
    }

    private static String word(ColumnProperty property) {
        return "column " + property.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether an object is nothing but a fact of these kinds, such as one about a partition or the comment on a constraint. */
    boolean covers(SchemaObject object) {
        boolean isComment = kinds.contains("comment") && object.id().kind().endsWith(" comment");
        return isComment
                || object instanceof PartitionFacet fact && isIgnored(fact.facet())
                || object instanceof PartitionProperty property && kinds.contains(word(property.property()));
    }

    private boolean isIgnored(Object fact) {
        return fact instanceof Facet && kinds.contains(ObjectId.kindOf(fact.getClass()));
    }

    /** An object with the facts of these kinds as another state has them. */
    SchemaObject asIn(Optional<? extends SchemaObject> other, SchemaObject object) {
        if (kinds.isEmpty()) {
            return object;
        }
        return object instanceof Table table
                ? asIn(other.map(Table.class::cast), table)
                : (SchemaObject) RecordParts.mapped(
                        object, (part, value) -> part(other.map(there -> RecordParts.of(there, part)), value));
    }

    /** Objects of modules hold the facts about tables in lists. */
    private Object part(Optional<Object> other, Object value) {
        if (value instanceof Storage storage) {
            return storage(other.map(Storage.class::cast).orElseGet(Storage::usual), storage);
        }
        boolean holdsFacts = value instanceof List<?> list && list.stream().anyMatch(Facet.class::isInstance)
                || other.filter(there ->
                                there instanceof List<?> list && list.stream().anyMatch(Facet.class::isInstance))
                        .isPresent();
        if (!holdsFacts) {
            return value;
        }
        List<Object> facts = new ArrayList<>((List<?>) value);
        facts.removeIf(this::isIgnored);
        other.ifPresent(
                there -> ((List<?>) there).stream().filter(this::isIgnored).forEach(facts::add));
        return facts;
    }

    private Storage storage(Storage other, Storage storage) {
        boolean parameters = kinds.contains(ObjectId.kindOf(StorageParameters.class));
        boolean tablespace = kinds.contains(ObjectId.kindOf(Tablespace.class));
        return new Storage(
                parameters ? other.parameters() : storage.parameters(),
                tablespace ? other.tablespace() : storage.tablespace());
    }

    /** A table with the facts of these kinds as another state has them. */
    private Table asIn(Optional<Table> other, Table table) {
        Table same = table;
        Set<Class<? extends Facet>> types = new HashSet<>(table.facets().keySet());
        other.ifPresent(there -> types.addAll(there.facets().keySet()));
        for (Class<? extends Facet> type : types) {
            if (kinds.contains(ObjectId.kindOf(type))) {
                Table without = same.without(type);
                same = other.<Facet>flatMap(there -> there.facet(type))
                        .map(without::with)
                        .orElse(without);
            }
        }
        List<Column> columns = new ArrayList<>();
        same.columns()
                .forEach(column ->
                        columns.add(column(column, other.flatMap(there -> there.findColumn(column.name())))));
        return new Table(same.name(), columns, same.constraints(), same.facets());
    }

    private Column column(Column column, Optional<Column> other) {
        Column same = column;
        for (ColumnProperty property : ColumnProperty.values()) {
            if (kinds.contains(word(property))) {
                same = same.with(property, other.flatMap(there -> there.property(property)));
            }
        }
        return same;
    }
}

package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.CompositeType;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.Partitioning;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What may be called otherwise in the second of two states than in the first. */
public record Renamings(Database from, Database to) {

    /** How much of two tables has to be alike: so many of ten columns. */
    private static final int ALIKE = 6;

    /** Whatever is gone in the second state and so like something that has come that it may be the same. */
    public List<Renaming> candidates() {
        return all().filter(this::isLikely).toList();
    }

    /** Those of the candidates that are open, without what comes with a schema that is called otherwise. */
    public List<Renaming> unanswered(Predicate<Renaming> isOpen) {
        List<Renaming> open = candidates().stream().filter(isOpen).toList();
        return open.stream()
                .filter(candidate -> open.stream().noneMatch(candidate::comesWith))
                .toList();
    }

    /** Whatever is gone in the second state with everything of its kind that has come: what somebody may say to be the same. */
    public List<Renaming> possible() {
        return all().toList();
    }

    private Stream<Renaming> all() {
        Stream<Renaming> columns = from.objects(Table.class)
                .flatMap(table ->
                        to.find(table.id()).stream().flatMap(now -> parts(table.id(), names(table), names(now))));
        Stream<Renaming> values = from.objects(EnumType.class)
                .flatMap(type ->
                        to.find(type.id()).stream().flatMap(now -> parts(type.id(), type.values(), now.values())));
        Stream<Renaming> attributes = from.objects(CompositeType.class)
                .flatMap(type -> to.find(type.id()).stream()
                        .flatMap(now -> parts(type.id(), type.attributeNames(), now.attributeNames())));
        return Stream.of(objects(), columns, values, attributes).flatMap(found -> found);
    }

    private Stream<Renaming> objects() {
        List<SchemaObject> come =
                to.objects().filter(object -> !from.has(object.id())).toList();
        return from.objects()
                .filter(object -> isGone(object) && isLost(object))
                .flatMap(gone -> come.stream()
                        .filter(other -> isOfSameKind(gone, other))
                        .map(other ->
                                new Renaming(gone.id(), "", other.id().name().toString())));
    }

    /** Whether there is no such object any more, or something of its name that it can never become: a table that is partitioned. */
    private boolean isGone(SchemaObject object) {
        return to.find(object.id()).map(other -> !canBecome(object, other)).orElseGet(() -> !isAttached(object));
    }

    private static boolean canBecome(SchemaObject object, SchemaObject other) {
        return !(object instanceof Table table)
                || table.facet(Partitioning.class).equals(((Table) other).facet(Partitioning.class));
    }

    /** A table that becomes a partition stays what it is, and so does a partition that becomes a table. */
    private boolean isAttached(SchemaObject object) {
        return object instanceof Table && to.has(Partition.id(object.id().name()))
                || object instanceof Partition && to.has(Table.id(object.id().name()));
    }

    /** An index of a table is made again and nothing is lost, as are its triggers; a partition has rows, and a sequence a position. */
    private static boolean isLost(SchemaObject gone) {
        return gone.owner().isEmpty() || !gone.contents().isEmpty();
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static Stream<Renaming> parts(ObjectId<?> id, List<String> from, List<String> to) {
        return from.stream()
                .filter(name -> !to.contains(name))
                .flatMap(gone ->
                        to.stream().filter(name -> !from.contains(name)).map(come -> new Renaming(id, gone, come)));
    }

    private static boolean isOfSameKind(SchemaObject gone, SchemaObject come) {
        return gone.id().type() == come.id().type()
                && gone.id().detail().equals(come.id().detail())
                && canBecome(gone, come);
    }

    private boolean isLikely(Renaming renaming) {
        ObjectId<?> object = renaming.object();
        if (renaming.part().isEmpty()) {
            return to.find(renaming.newId())
                    .filter(come -> isAlike(from.get(object), come))
                    .isPresent();
        }
        return object.type() == EnumType.class
                ? isBetweenTheSame(EnumType.id(object.name()), renaming)
                : type(from.get(object), renaming.part()).equals(type(to.get(object), renaming.to()));
    }

    private static TypeName type(SchemaObject holder, String part) {
        return holder instanceof Table table
                ? table.column(part).type()
                : ((CompositeType) holder).attribute(part).type();
    }

    /** A value of an enum stands where the other stood if as many values come before it that both have. */
    private boolean isBetweenTheSame(ObjectId<EnumType> type, Renaming value) {
        List<String> old = from.get(type).values();
        List<String> now = to.get(type).values();
        return commonBefore(value.part(), old, now) == commonBefore(value.to(), now, old);
    }

    private static long commonBefore(String value, List<String> values, List<String> others) {
        return values.subList(0, values.indexOf(value)).stream()
                .filter(others::contains)
                .count();
    }

    private static boolean isAlike(SchemaObject gone, SchemaObject come) {
        return gone instanceof Table table ? isAlike(table, (Table) come) : isSameUnderOtherName(gone, come);
    }

    private static boolean isSameUnderOtherName(SchemaObject gone, SchemaObject come) {
        try {
            return gone.named(come.id().name()).equals(come);
        } catch (RefusedException e) {
            return false; // a kind without another name
        }
    }

    private static boolean isAlike(Table gone, Table come) {
        long common = gone.columns().stream()
                .filter(column -> come.findColumn(column.name())
                        .filter(other -> other.type().equals(column.type()))
                        .isPresent())
                .count();
        int most = Math.max(gone.columns().size(), come.columns().size());
        return common > 0 && common * 10 >= (long) most * ALIKE;
    }
}

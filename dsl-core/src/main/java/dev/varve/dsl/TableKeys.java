package dev.varve.dsl;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Comment;
import dev.varve.model.Constraint;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.KeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Table;
import dev.varve.model.UniqueConstraint;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.Check;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;

/**
 * What jOOQ knows of a table model beside its columns.
 *
 * @param comment what the table is for; empty if nobody says
 */
record TableKeys(
        Optional<UniqueKey<Record>> primary,
        List<UniqueKey<Record>> unique,
        List<ForeignKey<Record, ?>> references,
        List<org.jooq.Index> indexes,
        List<Check<Record>> checks,
        String comment) {

    static TableKeys of(TableModel<?> model, TableSpec<?> definition, Map<String, ColumnSpec<?>> columns) {
        List<Operation> operations = definition.operations(model.naming());
        Table table = table(operations);
        return new TableKeys(
                of(PrimaryKeyConstraint.class, table)
                        .map(key -> key(model, key))
                        .findFirst(),
                of(UniqueConstraint.class, table).map(key -> key(model, key)).toList(),
                references(model, Stream.concat(referenced(columns), definition.referenced()), table),
                operations.stream()
                        .flatMap(TableKeys::index)
                        .map(index -> index(model, index))
                        .toList(),
                of(CheckConstraint.class, table)
                        .map(check -> check(model, check))
                        .toList(),
                comment(operations));
    }

    private static String comment(List<Operation> operations) {
        return operations.stream()
                .filter(CreateObject.class::isInstance)
                .map(operation -> ((CreateObject) operation).object())
                .filter(object ->
                        object instanceof Comment comment && comment.column().isEmpty())
                .map(object -> ((Comment) object).text())
                .findFirst()
                .orElse("");
    }

    /** How constraints and indexes of a table are called. */
    static Set<String> names(List<Operation> operations) {
        Set<String> names = new TreeSet<>(table(operations).constraints().keySet());
        operations.stream()
                .flatMap(TableKeys::index)
                .map(index -> index.name().name())
                .forEach(names::add);
        return names;
    }

    private static Table table(List<Operation> operations) {
        return (Table) ((CreateObject) operations.get(0)).object();
    }

    private static Stream<TableModel<?>> referenced(Map<String, ColumnSpec<?>> columns) {
        return columns.values().stream()
                .flatMap(column -> column.referenced().stream())
                .map(target -> (TableModel<?>) target.getTable());
    }

    private static <C extends Constraint> Stream<C> of(Class<C> kind, Table table) {
        return table.constraints().values().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static UniqueKey<Record> key(TableModel<?> model, KeyConstraint key) {
        return Internal.createUniqueKey(
                model, DSL.name(key.name()), fields(model, key.key().columns()), true);
    }

    @SuppressWarnings("unchecked") // the columns of a table model are made by it
    private static TableField<Record, ?>[] fields(org.jooq.Table<?> model, List<String> columns) {
        return columns.stream()
                .map(column -> (TableField<Record, ?>) model.field(DSL.name(column)))
                .toArray(TableField[]::new);
    }

    /** Only what references another model references a table that jOOQ knows. */
    private static List<ForeignKey<Record, ?>> references(
            TableModel<?> model, Stream<TableModel<?>> referenced, Table table) {
        Map<ObjectId<?>, TableModel<?>> models = new HashMap<>();
        referenced.forEach(other -> models.put(other.id(), other));
        models.put(model.id(), model);
        return of(ForeignKeyConstraint.class, table)
                .filter(key -> models.containsKey(key.target()))
                .<ForeignKey<Record, ?>>map(key -> reference(model, key, models.get(key.target())))
                .toList();
    }

    private static ForeignKey<Record, ?> reference(TableModel<?> model, ForeignKeyConstraint key, TableModel<?> other) {
        TableField<Record, ?>[] fields = fields(other, key.targetColumns());
        UniqueKey<Record> referenced = known(other, model).stream()
                .filter(known -> known.getFields().equals(List.of(fields)))
                .findFirst()
                .orElseGet(() -> Internal.createUniqueKey(other, DSL.name(key.name() + "_target"), fields, true));
        return Internal.createForeignKey(
                model, DSL.name(key.name()), fields(model, key.from()), referenced, fields, true);
    }

    /** The keys of a model that references itself are just being found. */
    private static List<UniqueKey<Record>> known(TableModel<?> other, TableModel<?> model) {
        return other == model ? List.of() : other.getKeys();
    }

    private static Stream<Index> index(Operation operation) {
        return operation instanceof CreateObject creation && creation.object() instanceof Index index
                ? Stream.of(index)
                : Stream.of();
    }

    private static org.jooq.Index index(TableModel<?> model, Index index) {
        OrderField<?>[] keys =
                index.keys().stream().map(key -> order(model, key)).toArray(OrderField[]::new);
        return Internal.createIndex(DSL.name(index.name().name()), model, keys, index.unique());
    }

    private static OrderField<?> order(TableModel<?> model, IndexKey key) {
        Field<?> field = key.expression().bareNames().stream()
                .filter(name -> key.column())
                .<Field<?>>map(name -> model.field(DSL.name(name)))
                .findFirst()
                .orElseGet(() -> DSL.field(key.expression().text()));
        return key.descending() ? field.desc() : field;
    }

    private static Check<Record> check(TableModel<?> model, CheckConstraint check) {
        return Internal.createCheck(
                model, DSL.name(check.name()), check.condition().text(), true);
    }
}

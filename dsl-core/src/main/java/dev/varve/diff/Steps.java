package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Domain;
import dev.varve.model.ExtendedStatistics;
import dev.varve.model.Index;
import dev.varve.model.Inheritance;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.Conversion;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.spi.ObjectType;
import dev.varve.spi.SchemaModules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be done to the objects of one state one by one so that they are those of another, users before what they use when they go, after it when they come. */
final class Steps {

    private final Database from;
    private final Database to;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<ObjectId<?>> madeAgain = new HashSet<>();

    private Steps(Database from, Database to) {
        this.from = from;
        this.to = to;
    }

    static List<Operation> between(Database from, Database to) {
        List<Operation> operations = ofObjects(from, to);
        return operations.isEmpty() ? ofHeirs(from, to) : operations;
    }

    /** What heirs say otherwise than their parents can be told when these are as they will be. */
    private static List<Operation> ofHeirs(Database from, Database to) {
        return to.objects(Table.class)
                .flatMap(heir -> from.find(heir.id()).stream()
                        .flatMap(old ->
                                Stream.concat(TableDifference.ofHeir(old, heir), OwnOfHeir.between(old, heir, from))))
                .toList();
    }

    private static List<Operation> ofObjects(Database from, Database to) {
        Steps steps = new Steps(from, to);
        List<SchemaObject> gone = OrderOfUse.of(from);
        for (int i = gone.size() - 1; i >= 0; i--) {
            if (!gone.get(i).bringsStrangers()) {
                steps.drop(gone.get(i));
            }
        }
        from.objects(MaterializedView.class)
                .filter(view ->
                        to.find(view.id()).filter(now -> !now.equals(view)).isPresent())
                .forEach(steps::dropIndexesThatChange);
        List<SchemaObject> wanted = OrderOfUse.of(to);
        wanted.stream().filter(object -> !steps.isNewDefault(object)).forEach(steps::make);
        wanted.stream().filter(steps::isNewDefault).forEach(steps::make);
        gone.stream().filter(SchemaObject::bringsStrangers).forEach(steps::drop);
        return new NotValidBelow(to).of(new HeirsFirst(to).of(steps.operations));
    }

    /** Whether it is granted on what comes later only: what comes here has its privileges said, in the order in which they are kept. */
    private boolean isNewDefault(SchemaObject object) {
        return object instanceof DefaultPrivileges && !from.has(object.id());
    }

    private void drop(SchemaObject object) {
        if (!to.has(object.id()) && !vanishes(object)) {
            operations.addAll(dropping(object, type(object)));
        }
    }

    /** A materialized view that is made again brings what it has along as it is, over columns that may be called otherwise then. */
    private void dropIndexesThatChange(MaterializedView view) {
        from.owned(view.id()).stream()
                .filter(index -> (index instanceof Index || index instanceof ExtendedStatistics)
                        && to.find(index.id()).filter(now -> !now.equals(index)).isPresent())
                .forEach(index -> {
                    operations.add(new DropObject(index.id()));
                    madeAgain.add(index.id());
                });
    }

    private <O extends SchemaObject> List<Operation> dropping(SchemaObject object, ObjectType<O> type) {
        return type.drop(type.type().cast(object), from, to);
    }

    /** Whether it goes with something that goes; a partition that is to be a table has rows that stay. */
    private boolean vanishes(SchemaObject object) {
        if (object instanceof Partition && to.has(Table.id(object.id().name()))) {
            return false;
        }
        return object.owners().stream()
                .filter(from::has)
                .anyMatch(o ->
                        !to.has(o) || columnsThatGo(o).stream().anyMatch(column -> object.vanishesWith(column, from)));
    }

    private List<String> columnsThatGo(ObjectId<?> id) {
        return from.get(id) instanceof Table table && to.get(id) instanceof Table rest
                ? table.columns().stream()
                        .map(Column::name)
                        .filter(column -> rest.findColumn(column).isEmpty())
                        .toList()
                : List.of();
    }

    private void make(SchemaObject object) {
        Optional<? extends SchemaObject> old = from.find(object.id());
        if (old.isEmpty() || madeAgain.contains(object.id())) {
            operations.addAll(creating(object, type(object)));
        } else if (!old.get().equals(object)) {
            changing(old.get(), object, type(object)).stream()
                    .filter(operation -> !comesWithParent(operation))
                    .forEach(operation -> operations.add(casting(operation)));
        }
    }

    /** The type of a column that is inherited before and after changes where it is inherited from. */
    private boolean comesWithParent(Operation operation) {
        return operation instanceof AlterColumnType change
                && Inheritance.of(to.get(change.table())).parents().stream()
                        .filter(Inheritance.of(from.get(change.table())).parents()::contains)
                        .anyMatch(parent -> from.get(parent)
                                        .findColumn(change.column())
                                        .isPresent()
                                && to.get(parent).findColumn(change.column()).isPresent());
    }

    private <O extends SchemaObject> List<Operation> creating(SchemaObject object, ObjectType<O> type) {
        return type.create(type.type().cast(object), from);
    }

    /** What a domain is made of becomes one, and the other way round, without a cast that somebody writes. */
    private Operation casting(Operation operation) {
        if (operation instanceof AlterColumnType change && change.using().isPresent()) {
            TypeName old = from.get(change.table()).column(change.column()).type();
            boolean byItself = Conversion.between(Domain.under(old, from), Domain.under(change.type(), to))
                    .isEmpty();
            return byItself
                    ? new AlterColumnType(
                            change.table(), change.column(), change.type(), change.collation(), Optional.empty())
                    : operation;
        }
        return operation;
    }

    private <O extends SchemaObject> List<Operation> changing(
            SchemaObject old, SchemaObject object, ObjectType<O> type) {
        return type.change(type.type().cast(old), type.type().cast(object));
    }

    private static ObjectType<?> type(SchemaObject object) {
        return SchemaModules.all().objectType(object.id().type());
    }
}

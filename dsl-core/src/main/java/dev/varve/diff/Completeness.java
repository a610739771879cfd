package dev.varve.diff;

import dev.varve.model.BaseType;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.Queried;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DefineType;
import dev.varve.operation.Operation;
import dev.varve.operation.RecreateObject;
import dev.varve.operation.ReplaceView;
import dev.varve.operation.SetDefault;
import dev.varve.operation.SetExpression;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether what an operation needs is there already as it will be: what a state does not refuse can be too early all the same.
 *
 * @param kept the names of sequences that their tables did not have by themselves before anything was made
 */
record Completeness(Database current, Database wanted, Set<QualifiedName> kept) {

    /** A text may name what is not there yet, and the state would not know. For a table it can wait, which can be made in part. */
    void check(Operation operation) {
        Optional<SchemaObject> made = made(operation);
        Stream<ObjectId<?>> tables = operation instanceof CreateObject creation
                ? creation.object().mentions(wanted).stream().filter(mentioned -> mentioned.type() == Table.class)
                : Stream.of();
        made.ifPresent(object -> Stream.concat(object.requires(wanted).stream(), tables)
                .filter(needed -> wanted.has(needed) && !needed.equals(object.id()))
                .forEach(current::get));
        made.ifPresent(object -> object.requires(wanted).forEach(source -> {
            refuseBeforeQuery(source);
            refuseBeforeDefinition(object, source);
            refuseBeforeColumns(object, source);
        }));
        made.filter(Index.class::isInstance).ifPresent(index -> keysThatGo().refuseBeside((Index) index));
        made.ifPresent(new TableBeforePartition(current, wanted)::check);
        checkTexts(operation);
        new ValuesBeforeTexts(current, wanted).check(operation);
        new SequencesInTurn(current, wanted, kept).check(operation);
        new NotValidBelow(wanted).check(operation, current);
    }

    /** What something is made over may give other columns once it has the query that it will have. */
    private void refuseBeforeQuery(ObjectId<?> source) {
        boolean isOther = current.has(source)
                && wanted.has(source)
                && current.get(source) instanceof Queried now
                && wanted.get(source) instanceof Queried later
                && !now.query().equals(later.query());
        if (isOther) {
            throw new RefusedException(source, "The " + source + " does not have the query yet that it will have.");
        }
    }

    /** Nothing but the functions that a type is made of can use its shell. */
    private void refuseBeforeDefinition(SchemaObject object, ObjectId<?> source) {
        boolean isShell = current.find(source)
                .filter(now -> now instanceof BaseType type && type.definition().isEmpty())
                .isPresent();
        boolean isToBeDefined = wanted.find(source)
                .filter(later -> later instanceof BaseType type
                        && type.definition().isPresent()
                        && !type.requires(wanted).contains(object.id()))
                .isPresent();
        if (isShell && isToBeDefined) {
            throw new RefusedException(source, "The " + source + " is not defined yet.");
        }
    }

    /** What is made over a table may be made over what the table is still to get. */
    private void refuseBeforeColumns(SchemaObject object, ObjectId<?> source) {
        if (source.type() == Table.class && current.has(source) && wanted.has(source)) {
            Table now = (Table) current.get(source);
            ((Table) wanted.get(source))
                    .columns().stream()
                            .map(Column::name)
                            .filter(column -> now.findColumn(column).isEmpty())
                            .filter(column -> isOver(object, source, column))
                            .findFirst()
                            .ifPresent(column -> {
                                throw new RefusedException(
                                        source, "Column \"" + column + "\" of " + source + " is not there yet.");
                            });
        }
    }

    private boolean isOver(SchemaObject object, ObjectId<?> source, String column) {
        boolean isOwned = object.owners().contains(source);
        return object instanceof Queried queried
                ? queried.query().mentions(column)
                : Partition.with(source, wanted).anyMatch(relation -> object.leansOn(relation, column))
                        || isOwned && object.vanishesWith(column, wanted);
    }

    private void checkTexts(Operation operation) {
        if (operation instanceof SetDefault value && value.value().isPresent()) {
            refuseBeforeType(value.table(), value.column());
            refuseBeforeNamed(value.value().orElseThrow());
        }
        if (operation instanceof SetExpression computed) {
            refuseBeforeTypes(computed.table(), computed.expression()::mentions);
        }
        if (operation instanceof AddColumn added) {
            added.column().value().flatMap(ColumnValue::defaultExpression).ifPresent(this::refuseBeforeNamed);
            added.column()
                    .generated()
                    .ifPresent(computed -> refuseBeforeTypes(added.table(), computed.expression()::mentions));
        }
        if (operation instanceof AddConstraint added) {
            refuseBeforeTypes(added.table(), added.constraint()::uses);
            keysThatGo().refuseBeside(added.constraint(), added.table());
        }
        if (operation instanceof CreateObject creation && creation.object() instanceof Table table) {
            table.constraints().values().forEach(constraint -> keysThatGo().refuseBeside(constraint, table.id()));
        }
        if (operation instanceof CreateObject creation
                && creation.object() instanceof Index index
                && index.on().type() == Table.class) {
            refuseBeforeTypes(Table.id(index.on().name()), column -> index.vanishesWith(column, wanted));
        }
    }

    private KeysThatGo keysThatGo() {
        return new KeysThatGo(current, wanted);
    }

    private void refuseBeforeNamed(Expression value) {
        wanted.named(value.qualifiedNames()).forEach(current::get);
    }

    /**
     * A column is computed from others when they are what they will be, because these cannot change their types any more; a constraint or index
     * of a column whose type changes would be made twice.
     */
    private void refuseBeforeTypes(ObjectId<Table> id, Predicate<String> uses) {
        wanted.get(id).columns().stream()
                .map(Column::name)
                .filter(uses)
                .forEach(column -> refuseBeforeType(id, column));
    }

    /** A default is cast to the type that its column has, which PostgreSQL refuses for one that is meant for the type to come. */
    private void refuseBeforeType(ObjectId<Table> id, String column) {
        TypeName now = current.get(id).column(column).type();
        wanted.find(id)
                .flatMap(table -> table.findColumn(column))
                .filter(later -> !later.type().equals(now))
                .ifPresent(later -> {
                    throw new RefusedException(
                            id, "Column \"" + column + "\" of " + id + " is not " + later.type() + " yet.");
                });
    }

    /** What is there in its final form after an operation; tables become so step by step. */
    private Optional<SchemaObject> made(Operation operation) {
        if (operation instanceof CreateObject creation) {
            return Optional.of(creation.object());
        }
        if (operation instanceof RecreateObject again) {
            return Optional.of(again.object());
        }
        if (operation instanceof ReplaceView replacement) {
            return Optional.of(replacement.view());
        }
        boolean isMade = operation instanceof AlterObject || operation instanceof DefineType;
        Stream<ObjectId<?>> altered = isMade ? operation.footprint().requires().stream() : Stream.of();
        return Stream.concat(altered, operation.footprint().provides().stream())
                .<SchemaObject>flatMap(id -> wanted.find(id).stream())
                .findFirst();
    }
}

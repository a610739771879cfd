package dev.varve.dsl;

import dev.varve.model.Aggregate;
import dev.varve.model.Aggregate.Moving;
import dev.varve.model.Aggregate.Partial;
import dev.varve.model.AggregateArguments;
import dev.varve.model.AggregateArguments.Kind;
import dev.varve.model.Argument;
import dev.varve.model.ObjectId;
import dev.varve.model.Operator;
import dev.varve.model.ParallelSafety;
import dev.varve.model.Transition;
import dev.varve.model.Transition.Finish;
import dev.varve.model.Transition.Modify;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * An aggregate as it is written: {@code aggregate("total").argument("amount", integer()).step("pg_catalog", "int4pl", integer())}; with its
 * name and arguments alone it stands for one that is already there.
 */
public record AggregateSpec(Aggregate aggregate, boolean complete) implements Named, Creation, Replacement {

    static AggregateSpec of(String name) {
        Transition none = Transition.of(QualifiedName.unqualified("nothing"), TypeName.of("integer"));
        return new AggregateSpec(
                new Aggregate(
                        QualifiedName.of("public", name),
                        AggregateArguments.NONE,
                        none,
                        Optional.empty(),
                        Partial.NONE,
                        Optional.empty(),
                        ParallelSafety.UNSAFE),
                false);
    }

    /** Puts the aggregate into a schema. */
    public AggregateSpec inSchema(String schema) {
        return new AggregateSpec(aggregate.named(aggregate.name().inSchema(schema)), complete);
    }

    /** Takes one more argument for each row, of the type that the column has. */
    public AggregateSpec argument(String name, ColumnSpec<?> type) {
        return taking(aggregate.arguments().with(Argument.of(name, type.type())));
    }

    /** Takes any number of values of that type for each row, as an array. */
    public AggregateSpec variadic(String name, ColumnSpec<?> elements) {
        return taking(aggregate.arguments().with(Argument.variadic(name, elements.type())));
    }

    /** Takes the arguments said so far once, and those that follow by {@code within group (order by ...)}. */
    public AggregateSpec orderBy() {
        return taking(aggregate.arguments().thenOrdered(Kind.ORDERED_SET));
    }

    /** Takes the arguments said so far for a row that might be among the others, which are ordered. */
    public AggregateSpec hypotheticalOrderBy() {
        return taking(aggregate.arguments().thenOrdered(Kind.HYPOTHETICAL));
    }

    private AggregateSpec taking(AggregateArguments arguments) {
        return new AggregateSpec(
                new Aggregate(
                        aggregate.name(),
                        arguments,
                        aggregate.transition(),
                        aggregate.moving(),
                        aggregate.partial(),
                        aggregate.sort(),
                        aggregate.parallel()),
                complete);
    }

    /** Comes from row to row by a function, with a state of that type. */
    public AggregateSpec step(String schema, String function, ColumnSpec<?> state) {
        return going(Transition.of(QualifiedName.of(schema, function), state.type()));
    }

    /** Comes from row to row by a function, with a state that PostgreSQL calls by that name, such as {@code internal}. */
    public AggregateSpec step(String schema, String function, String state) {
        return going(Transition.of(QualifiedName.of(schema, function), TypeName.of(state)));
    }

    /** Begins with that state; without this word with null. */
    public AggregateSpec initially(String state) {
        return going(aggregate.transition().from(state));
    }

    /** Has states of about so many bytes. */
    public AggregateSpec space(int bytes) {
        return going(aggregate.transition().spacious(bytes));
    }

    /** Makes the result of the last state by a function. */
    public AggregateSpec finish(String schema, String function) {
        boolean ordered = aggregate.arguments().kind() != Kind.NORMAL;
        return finish(schema, function, ordered ? Modify.READ_WRITE : Modify.READ_ONLY, false);
    }

    /** Makes the result of the last state by a function that may change the state, or takes arguments of the types of a row, too. */
    public AggregateSpec finish(String schema, String function, Modify modify, boolean extra) {
        return going(aggregate.transition().finishing(new Finish(QualifiedName.of(schema, function), extra, modify)));
    }

    private AggregateSpec going(Transition transition) {
        return new AggregateSpec(
                new Aggregate(
                        aggregate.name(),
                        aggregate.arguments(),
                        transition,
                        aggregate.moving(),
                        aggregate.partial(),
                        aggregate.sort(),
                        aggregate.parallel()),
                true);
    }

    /** Makes one state of two by a function. */
    public AggregateSpec combine(String schema, String function) {
        Partial partial = aggregate.partial();
        return with(
                aggregate.moving(),
                new Partial(Optional.of(QualifiedName.of(schema, function)), partial.serial(), partial.deserial()));
    }

    /** Sends states from one process to another as bytes, by functions of the same schema. */
    public AggregateSpec serialize(String schema, String serial, String deserial) {
        return with(
                aggregate.moving(),
                new Partial(
                        aggregate.partial().combine(),
                        Optional.of(QualifiedName.of(schema, serial)),
                        Optional.of(QualifiedName.of(schema, deserial))));
    }

    /** Follows a window that moves as this one does, by a function that takes a row out of a state. */
    public AggregateSpec moving(AggregateSpec other, String schema, String inverse) {
        Moving moving = new Moving(other.aggregate().transition(), QualifiedName.of(schema, inverse));
        return with(Optional.of(moving), aggregate.partial());
    }

    private AggregateSpec with(Optional<Moving> moving, Partial partial) {
        return new AggregateSpec(
                new Aggregate(
                        aggregate.name(),
                        aggregate.arguments(),
                        aggregate.transition(),
                        moving,
                        partial,
                        aggregate.sort(),
                        aggregate.parallel()),
                complete);
    }

    /** Is the first of the values as this operator sorts them. */
    public AggregateSpec sortedBy(Operator operator) {
        return new AggregateSpec(
                new Aggregate(
                        aggregate.name(),
                        aggregate.arguments(),
                        aggregate.transition(),
                        aggregate.moving(),
                        aggregate.partial(),
                        Optional.of(operator),
                        aggregate.parallel()),
                complete);
    }

    /** Runs in any of the processes that work on a query. */
    public AggregateSpec parallelSafe() {
        return parallel(ParallelSafety.SAFE);
    }

    /** Runs in the process that leads the others that work on a query. */
    public AggregateSpec parallelRestricted() {
        return parallel(ParallelSafety.RESTRICTED);
    }

    private AggregateSpec parallel(ParallelSafety safety) {
        return new AggregateSpec(
                new Aggregate(
                        aggregate.name(),
                        aggregate.arguments(),
                        aggregate.transition(),
                        aggregate.moving(),
                        aggregate.partial(),
                        aggregate.sort(),
                        safety),
                complete);
    }

    @Override
    public ObjectId<Aggregate> id() {
        return aggregate.id();
    }

    private Aggregate whole() {
        if (!complete) {
            throw new IllegalArgumentException("Aggregate \"" + aggregate.name() + "\" lacks step(...).");
        }
        return aggregate;
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(whole()));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(whole());
    }
}

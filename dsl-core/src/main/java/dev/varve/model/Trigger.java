package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A function that runs when a relation changes.
 *
 * @param columns for {@link Event#UPDATE}: only statements that set one of these; all if empty
 * @param forEachRow whether it runs for every row, or once for the statement
 * @param arguments the strings that the function finds in {@code TG_ARGV}
 */
public record Trigger(
        String name,
        ObjectId<?> on,
        Timing timing,
        Set<Event> events,
        List<String> columns,
        boolean forEachRow,
        Optional<Expression> when,
        ObjectId<Function> function,
        List<String> arguments,
        TriggerTraits traits)
        implements RelationMember, Reworded {

    /** When a trigger runs. */
    public enum Timing {
        /** Before the change: it may alter the row or refuse it. */
        BEFORE,
        /** After the change. */
        AFTER,
        /** In place of the change, on a view. */
        INSTEAD_OF
    }

    /** What makes a trigger run. */
    public enum Event {
        /** New rows. */
        INSERT,
        /** Changed rows. */
        UPDATE,
        /** Removed rows. */
        DELETE,
        /** The whole table emptied. */
        TRUNCATE
    }

    public Trigger {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("Trigger \"" + name + "\" has no event; say on which changes it runs.");
        }
        events = Collections.unmodifiableSet(new TreeSet<>(events));
        columns = List.copyOf(columns);
        arguments = List.copyOf(arguments);
    }

    /** A trigger of the usual kind. */
    public Trigger(
            String name,
            ObjectId<?> on,
            Timing timing,
            Set<Event> events,
            List<String> columns,
            boolean forEachRow,
            Optional<Expression> when,
            ObjectId<Function> function,
            List<String> arguments) {
        this(name, on, timing, events, columns, forEachRow, when, function, arguments, TriggerTraits.PLAIN);
    }

    /** The same trigger with other traits. */
    public Trigger with(TriggerTraits others) {
        return new Trigger(name, on, timing, events, columns, forEachRow, when, function, arguments, others);
    }

    /** The id of the trigger of that name on a relation. */
    public static ObjectId<Trigger> id(QualifiedName on, String name) {
        return new ObjectId<>(Trigger.class, on, '.' + name);
    }

    @Override
    public ObjectId<Trigger> id() {
        return id(on.name(), name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = when.map(condition -> database.named(condition.qualifiedNames()))
                .orElseGet(HashSet::new);
        required.add(on);
        required.addAll(Partition.requiredOn(on, database));
        required.addAll(Extension.requiredFor(function, database));
        traits.from().ifPresent(required::add);
        return required;
    }

    @Override
    public void check(Database database) {
        if (database.get(on) instanceof Table table) {
            check(table, database);
        } else if (database.get(on) instanceof Partition partition) {
            check(partition.withMembers(database), database);
        } else if (traits.firing() != Firing.ORIGIN || traits.constraint().isPresent()) {
            throw new RefusedException(
                    id(), "The " + id() + " belongs to a view, where a trigger is neither switched nor a constraint.");
        }
        refuseNamesake(database);
        traits.objection(this).ifPresent(objection -> {
            throw new RefusedException(id(), "PostgreSQL refuses " + id() + ". " + objection);
        });
    }

    /** A trigger for each row is one of every partition, under the same name. */
    private void refuseNamesake(Database database) {
        Stream<QualifiedName> below =
                Partition.under(on, database).filter(any -> forEachRow).map(Partition::name);
        Stream<QualifiedName> above = Partition.above(on, database)
                .map(ObjectId::name)
                .filter(relation -> database.find(id(relation, name))
                        .filter(Trigger::forEachRow)
                        .isPresent());
        Stream.concat(below, above)
                .map(relation -> id(relation, name))
                .filter(database::has)
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedException(
                            id(),
                            "The " + id() + " has the name of " + other
                                    + ", and one of these would be in the partition of the other. Choose another name.");
                });
    }

    private void check(Table table, Database database) {
        columns.forEach(table::column);
        table.facets().values().forEach(facet -> facet.check(table, this, database));
    }

    @Override
    public boolean leansOn(ObjectId<?> relation, String column) {
        boolean inCondition = when.filter(c -> c.bareNames().contains(column)).isPresent();
        return on.equals(relation) && (columns.contains(column) || inCondition);
    }

    @Override
    public Trigger called(String other) {
        return new Trigger(other, on, timing, events, columns, forEachRow, when, function, arguments, traits);
    }

    @Override
    public Trigger copy(UnaryOperator<QualifiedName> scratch, Database database) {
        ObjectId<?> relation = on.named(scratch.apply(on.name()));
        return new Trigger(name, relation, timing, events, columns, forEachRow, when, function, arguments, traits);
    }

    @Override
    public Trigger inWordsOf(SchemaObject copy) {
        Optional<Expression> condition = when.flatMap(c -> ((Trigger) copy).when);
        return new Trigger(name, on, timing, events, columns, forEachRow, condition, function, arguments, traits);
    }

    @Override
    public Trigger following(Rename rename) {
        ObjectId<?> holder = Partition.columnsOf(on, rename);
        return new Trigger(
                name,
                rename.newId(on).orElse(on),
                timing,
                events,
                rename.followColumns(holder, columns),
                forEachRow,
                when.map(condition -> rename.follow(holder, condition)),
                rename.follow(function),
                arguments,
                traits.following(rename));
    }

    @Override
    public List<Statement> creation(Database database) {
        String when = timing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String words = traits.constraint().isPresent() ? "create constraint trigger " : "create trigger ";
        Sql head = Sql.of(
                words + "{} " + when + " {} on {}{} for each " + (forEachRow ? "row" : "statement"),
                Identifier.of(name),
                eventClause(),
                on.name(),
                traits.clause());
        Sql conditional = this.when.map(c -> head.then(Sql.of(" when ({})", c))).orElse(head);
        Sql call = Sql.of(
                " execute function {}({})",
                function.name(),
                Sql.join(", ", arguments.stream().map(Literal::text).toList()));
        List<Statement> statements =
                new ArrayList<>(List.of(Statement.of(conditional.then(call), LockMode.SHARE_ROW_EXCLUSIVE)));
        if (traits.firing() != Firing.ORIGIN) {
            statements.add(switching());
        }
        return statements;
    }

    private Statement switching() {
        return Statement.of(
                Sql.of("alter table {} " + traits.firing().words() + " trigger {}", on.name(), Identifier.of(name)),
                LockMode.SHARE_ROW_EXCLUSIVE);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Trigger old = (Trigger) from;
        return Optional.of(List.of(switching()))
                .filter(statements -> with(traits.firing(old.traits.firing())).equals(old));
    }

    private Sql eventClause() {
        return Sql.join(" or ", events.stream().map(this::eventClause).toList());
    }

    private Sql eventClause(Event event) {
        Sql word = Sql.raw(event.name().toLowerCase(Locale.ROOT));
        return event == Event.UPDATE && !columns.isEmpty() ? word.then(Sql.of(" of {}", Sql.names(columns))) : word;
    }

    @Override
    public LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }
}

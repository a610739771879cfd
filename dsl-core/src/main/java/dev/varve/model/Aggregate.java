package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function over many rows (<a href="https://www.postgresql.org/docs/current/sql-createaggregate.html">documentation</a>).
 *
 * @param moving how it follows a window that moves; empty if it starts anew for each window
 * @param partial how it is computed by parts
 * @param sort the operator by which it takes the first of the sorted values, as {@code min} does
 */
public record Aggregate(
        QualifiedName name,
        AggregateArguments arguments,
        Transition transition,
        Optional<Moving> moving,
        Partial partial,
        Optional<Operator> sort,
        ParallelSafety parallel)
        implements SchemaMember {

    /**
     * How an aggregate follows a window that moves.
     *
     * @param inverse the function that takes a row out of a state
     */
    public record Moving(Transition transition, QualifiedName inverse) {}

    /**
     * How an aggregate is computed by parts.
     *
     * @param combine the function that makes one state of two
     * @param serial the function that makes bytes of a state
     * @param deserial the function that makes a state of bytes
     */
    public record Partial(
            Optional<QualifiedName> combine, Optional<QualifiedName> serial, Optional<QualifiedName> deserial) {

        /** Not at all. */
        public static final Partial NONE = new Partial(Optional.empty(), Optional.empty(), Optional.empty());

        Stream<QualifiedName> names() {
            return Stream.of(combine, serial, deserial).flatMap(Optional::stream);
        }

        Partial following(Rename rename) {
            return new Partial(
                    combine.map(rename::followName), serial.map(rename::followName), deserial.map(rename::followName));
        }

        List<Sql> clauses() {
            List<Sql> clauses = new ArrayList<>();
            combine.ifPresent(function -> clauses.add(Sql.of("combinefunc = {}", function)));
            serial.ifPresent(function -> clauses.add(Sql.of("serialfunc = {}", function)));
            deserial.ifPresent(function -> clauses.add(Sql.of("deserialfunc = {}", function)));
            return clauses;
        }
    }

    /** The id of the aggregate with these argument types. */
    public static ObjectId<Aggregate> id(QualifiedName name, List<TypeName> argumentTypes) {
        return new ObjectId<>(Aggregate.class, name, Routine.detail(argumentTypes));
    }

    @Override
    public ObjectId<Aggregate> id() {
        return id(name, arguments.all().map(Argument::type).toList());
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = Stream.of(
                        arguments.all().flatMap(argument -> argument.qualifiedNames().stream()),
                        transition.names(),
                        moving.stream()
                                .flatMap(m -> Stream.concat(m.transition().names(), Stream.of(m.inverse()))),
                        partial.names())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(mentioned));
        sort.ifPresent(operator -> required.addAll(operator.requires(database)));
        required.remove(id());
        return required;
    }

    @Override
    public Aggregate named(QualifiedName other) {
        return new Aggregate(other, arguments, transition, moving, partial, sort, parallel);
    }

    @Override
    public Aggregate following(Rename rename) {
        return new Aggregate(
                rename.followSchema(name),
                arguments.following(id(), rename),
                transition.following(rename),
                moving.map(m -> new Moving(m.transition().following(rename), rename.followName(m.inverse()))),
                partial.following(rename),
                sort.map(operator -> operator.following(rename)),
                parallel);
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(Statement.of(definition("create aggregate"), LockMode.NONE));
    }

    private Sql definition(String words) {
        return Sql.of(words + " {}({}) ({})", name, arguments, Sql.join(", ", clauses()));
    }

    private List<Sql> clauses() {
        List<Sql> clauses = new ArrayList<>(transition.clauses(""));
        clauses.addAll(partial.clauses());
        moving.ifPresent(m -> {
            clauses.addAll(m.transition().clauses("m"));
            clauses.add(Sql.of("minvfunc = {}", m.inverse()));
        });
        sort.ifPresent(operator -> clauses.add(Sql.of("sortop = {}", operator)));
        if (parallel != ParallelSafety.UNSAFE) {
            clauses.add(Sql.raw("parallel = " + parallel.sql()));
        }
        if (arguments.kind() == AggregateArguments.Kind.HYPOTHETICAL) {
            clauses.add(Sql.raw("hypothetical"));
        }
        return clauses;
    }

    /** PostgreSQL keeps the arguments and the type of the result. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Aggregate old = (Aggregate) from;
        boolean same = arguments.equals(old.arguments)
                && transition.state().equals(old.transition.state())
                && transition.finish().equals(old.transition.finish());
        return Optional.of(List.of(Statement.of(definition("create or replace aggregate"), LockMode.NONE)))
                .filter(statements -> same);
    }

    @Override
    public Sql address() {
        return Sql.of("aggregate {}({})", name, arguments);
    }

    @Override
    public Sql granted() {
        List<TypeName> types = arguments.all().map(Argument::type).toList();
        return Sql.of("function {}({})", name, Sql.join(", ", types));
    }

    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.ROUTINE);
    }
}

package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be called with arguments and has a body: a function or a procedure. */
public interface Routine extends SchemaMember, Reworded {

    /** What it takes and gives. */
    List<Argument> arguments();

    /** What it does. */
    RoutineBody body();

    /** How it runs. */
    RoutineTraits traits();

    /** The same routine with other arguments. */
    Routine taking(List<Argument> others);

    /** The same routine with another body. */
    Routine doing(RoutineBody other);

    @Override
    Routine named(QualifiedName other);

    /** What tells routines of one name apart. */
    static String detail(List<TypeName> argumentTypes) {
        return argumentTypes.stream().map(type -> type.unmodified().sql()).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    default Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>(body().qualifiedNames());
        arguments().forEach(argument -> mentioned.addAll(argument.qualifiedNames()));
        traits().transforms().forEach(type -> type.userDefined().ifPresent(mentioned::add));
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(mentioned));
        Stream.concat(
                        Stream.of(Language.id(body().language())),
                        traits().transforms().stream().map(type -> Transform.id(type, body().language())))
                .filter(database::has)
                .forEach(required::add);
        required.remove(id());
        return required;
    }

    @Override
    default Set<ObjectId<?>> mentions(Database database) {
        Set<ObjectId<?>> mentioned = database.named(body().mentionedNames());
        if (leansOnCaller()) {
            mentioned.addAll(database.named(body().namesIn(name().schema())));
        }
        mentioned.remove(id());
        return mentioned;
    }

    @Override
    default void check(Database database) {
        if (body().selectsAll()) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " selects \"*\". PostgreSQL fixes the list of columns when the " + id().kind()
                            + " is made; name them, so that the body still says the same when a column comes or goes.");
        }
    }

    /** Which of its relations an unqualified name belongs to cannot be told from the text. */
    @Override
    default boolean leansOn(ObjectId<?> relation, String column) {
        return body().mentions(column);
    }

    @Override
    default Routine copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return named(scratch.apply(name()));
    }

    @Override
    default Routine inWordsOf(SchemaObject copy) {
        Routine printed = (Routine) copy;
        return taking(printed.arguments()).doing(body().inWordsOf(printed.body()));
    }

    /** PostgreSQL keeps the names of arguments and their defaults, because calls lean on them. */
    default boolean takesAndGivesAs(Routine old) {
        return arguments().size() == old.arguments().size()
                && IntStream.range(0, arguments().size())
                        .allMatch(i -> old.arguments()
                                .get(i)
                                .isReplaceableBy(arguments().get(i)));
    }

    /** Whether its body finds names under the {@code search_path} of its caller. */
    default boolean leansOnCaller() {
        return !body().checked() && !traits().settings().containsKey("search_path");
    }

    /** The statements that run a definition of it. */
    default List<Statement> defining(Sql definition) {
        Statement statement = Statement.of(definition, LockMode.NONE);
        return body().checked() ? List.of(statement) : List.of(checkingBodies("off"), statement, checkingBodies("on"));
    }

    private static Statement checkingBodies(String value) {
        return Statement.of(Sql.raw("set local check_function_bodies = " + value), LockMode.NONE);
    }

    /** The statement that makes these changes, each a clause; none if there are none. */
    default List<Statement> altering(List<Sql> changes) {
        return changes.isEmpty()
                ? List.of()
                : List.of(Statement.of(Sql.of("alter {}{}", address(), Sql.join("", changes)), lock()));
    }

    @Override
    default Optional<Grantable> grantable() {
        return Optional.of(Grantable.ROUTINE);
    }
}

package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A function (<a href="https://www.postgresql.org/docs/current/sql-createfunction.html">documentation</a>). PostgreSQL does not look into
 * a body that is a text when something that it names is renamed, and neither does this class.
 *
 * @param returns the result type as PostgreSQL takes it, such as {@code trigger}, {@code setof text} or {@code table(price numeric)}
 * @param planning what PostgreSQL may assume of it
 */
public record Function(
        QualifiedName name,
        List<Argument> arguments,
        String returns,
        FunctionTraits planning,
        RoutineTraits traits,
        RoutineBody body)
        implements Routine {

    public Function {
        arguments = List.copyOf(arguments);
        returns = Result.of(returns).impliedBy(arguments).sql();
        planning = planning.in(body.language());
    }

    /** A function whose body is a text, under the run-time parameters of whoever calls it. */
    public Function(
            QualifiedName name,
            List<Argument> arguments,
            String returns,
            String language,
            Volatility volatility,
            boolean securityDefiner,
            String body) {
        this(
                name,
                arguments,
                returns,
                FunctionTraits.PLAIN.depending(volatility),
                RoutineTraits.PLAIN.securityDefiner(securityDefiner),
                new RoutineBody.Text(language, body));
    }

    /** What it gives back. */
    public Result result() {
        return Result.of(returns);
    }

    /** A function in PL/pgSQL that takes, gives and does nothing. */
    public static Function of(QualifiedName name) {
        return new Function(name, List.of(), "void", "plpgsql", Volatility.VOLATILE, false, "");
    }

    @Override
    public Function taking(List<Argument> others) {
        return new Function(name, others, returns, planning, traits, body);
    }

    /** The same function with another result type. */
    public Function returning(String type) {
        return new Function(name, arguments, type, planning, traits, body);
    }

    /** The same function, giving rows with one more column. */
    public Function returningColumn(String column, TypeName type) {
        return returning(Result.of(returns).plus(column, type).sql());
    }

    /** The same function with its text in another language. */
    public Function writtenIn(String language) {
        return doing(body.in(language));
    }

    /** The same function, depending on something else. */
    public Function depending(Volatility other) {
        return planned(planning.depending(other));
    }

    /** The same function of which PostgreSQL may assume something else. */
    public Function planned(FunctionTraits other) {
        return new Function(name, arguments, returns, other, traits, body);
    }

    /** The same function, running in another way. */
    public Function running(RoutineTraits other) {
        return new Function(name, arguments, returns, planning, other, body);
    }

    /** The same function, running with the rights of its owner and with names looked up with their schemas only. */
    public Function asOwner() {
        return running(traits.securityDefiner(true).setting("search_path", ""));
    }

    /** The same function with a run-time parameter that holds while it runs. */
    public Function setting(String parameter, String value) {
        return running(traits.setting(parameter, value));
    }

    /** The same function with another text in its language. */
    public Function doing(String text) {
        return doing(new RoutineBody.Text(body.language(), text, body.checked()));
    }

    @Override
    public Function doing(RoutineBody other) {
        return new Function(name, arguments, returns, planning, traits, other);
    }

    /** The id of the function with these argument types. */
    public static ObjectId<Function> id(QualifiedName name, List<TypeName> argumentTypes) {
        return new ObjectId<>(Function.class, name, Routine.detail(argumentTypes));
    }

    @Override
    public ObjectId<Function> id() {
        return id(name, Argument.inputTypes(arguments));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        Result.of(returns).types().forEach(type -> type.userDefined().ifPresent(mentioned::add));
        planning.estimate().support().ifPresent(mentioned::add);
        Set<ObjectId<?>> required = Routine.super.requires(database);
        required.addAll(database.named(mentioned));
        transformsOfServer(database).forEach(required::add);
        required.remove(id());
        return required;
    }

    /** Before PostgreSQL 18 a function keeps a transform of its types from vanishing, whether it says that it uses it or not (seen on 15). */
    private Stream<ObjectId<Transform>> transformsOfServer(Database database) {
        return database.environment().atLeast(18)
                ? Stream.of()
                : Stream.concat(arguments.stream().map(Argument::type), Result.of(returns).types().stream())
                        .map(type -> Transform.id(type.unmodified(), body.language()))
                        .filter(database::has);
    }

    @Override
    public Function named(QualifiedName other) {
        RoutineBody renamed = body.ofRenamed(name.name(), other.name(), arguments);
        return new Function(other, arguments, returns, planning, traits, renamed);
    }

    @Override
    public Function following(Rename rename) {
        return new Function(
                rename.followSchema(name),
                arguments.stream()
                        .map(argument -> argument.following(id(), rename))
                        .toList(),
                Result.of(returns).following(rename).sql(),
                planning.following(rename),
                traits.following(rename),
                body.following(id(), rename));
    }

    @Override
    public List<Statement> creation(Database database) {
        return defining(definition("create function"));
    }

    /** The statement, beginning with {@code create function} or {@code create or replace function}. */
    public Sql definition(String words) {
        return Sql.of(words + " {}({}) returns " + returns, name, Sql.join(", ", arguments))
                .then(body.languageClause())
                .then(Sql.join("", planning.clauses(body.language())))
                .then(Sql.join("", traits.clauses()))
                .then(body.clause());
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Function old = (Function) from;
        if (planned(old.planning).running(old.traits).equals(old)) {
            return planning.canBeAlteredFrom(old.planning) && traits.canBeAlteredFrom(old.traits)
                    ? Optional.of(altering(traitChanges(old)))
                    : replacement(old);
        }
        return replacement(old);
    }

    private List<Sql> traitChanges(Function old) {
        List<Sql> changes = new ArrayList<>(planning.changes(old.planning, body.language()));
        changes.addAll(traits.changes(old.traits));
        return changes;
    }

    /** PostgreSQL keeps the result, too. */
    private Optional<List<Statement>> replacement(Function old) {
        boolean possible =
                takesAndGivesAs(old) && old.returns.equals(returns) && old.planning.window() == planning.window();
        return Optional.of(defining(definition("create or replace function"))).filter(statements -> possible);
    }

    @Override
    public Sql address() {
        return Sql.of("function {}({})", name, Sql.join(", ", Argument.inputTypes(arguments)));
    }
}

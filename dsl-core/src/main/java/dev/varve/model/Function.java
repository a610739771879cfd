package dev.varve.model;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A function whose body is a text. PostgreSQL does not look into such a body when something that it names is renamed, and
 * neither does this class.
 *
 * @param returns the result type as PostgreSQL takes it, such as {@code trigger}, {@code setof text} or {@code table(price numeric)}
 * @param securityDefiner whether it runs with the rights of its owner
 */
public record Function(
        QualifiedName name,
        List<Argument> arguments,
        String returns,
        String language,
        Volatility volatility,
        boolean securityDefiner,
        String body)
        implements SchemaObject {

    public Function {
        arguments = List.copyOf(arguments);
        returns = Result.of(returns).sql();
    }

    /** The id of the function with these argument types. */
    public static ObjectId<Function> id(QualifiedName name, List<TypeName> argumentTypes) {
        String types =
                argumentTypes.stream().map(type -> type.unmodified().sql()).collect(Collectors.joining(", ", "(", ")"));
        return new ObjectId<>(Function.class, name, types);
    }

    @Override
    public ObjectId<Function> id() {
        return id(name, arguments.stream().map(Argument::type).toList());
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> types = arguments.stream()
                .flatMap(argument -> argument.type().userDefined().stream())
                .collect(Collectors.toCollection(HashSet::new));
        Result.of(returns).types().forEach(type -> type.userDefined().ifPresent(types::add));
        arguments.forEach(argument -> argument.defaultValue().ifPresent(value -> types.addAll(value.qualifiedNames())));
        Set<ObjectId<?>> required = database.named(types);
        required.addAll(Schema.requiredBy(name));
        return required;
    }

    /** Whether there is an argument that a call may leave out. */
    public boolean hasDefaults() {
        return arguments.stream().anyMatch(argument -> argument.defaultValue().isPresent());
    }

    @Override
    public Function named(QualifiedName other) {
        return new Function(other, arguments, returns, language, volatility, securityDefiner, body);
    }

    @Override
    public Function following(Rename rename) {
        return new Function(
                rename.followSchema(name),
                arguments.stream()
                        .map(argument -> argument.following(id(), rename))
                        .toList(),
                Result.of(returns).following(rename).sql(),
                language,
                volatility,
                securityDefiner,
                body);
    }

    /** The name with the argument types, as statements about the function address it. */
    private Sql signature() {
        return Sql.of(
                "{}({})",
                name,
                Sql.join(", ", arguments.stream().map(Argument::type).toList()));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(Statement.of(definition("create function"), LockMode.NONE));
    }

    /** The statement, beginning with {@code create function} or {@code create or replace function}. */
    public Sql definition(String words) {
        String traits = (volatility == Volatility.VOLATILE ? "" : ' ' + volatility.sql())
                + (securityDefiner ? " security definer" : "");
        return Sql.of(
                words + " {}({}) returns " + returns + " language {}" + traits + " as {}",
                name,
                Sql.join(", ", arguments),
                Identifier.of(language),
                new DollarQuoted(body));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(Statement.of(Sql.of("drop function {}", signature()), LockMode.NONE));
    }

    @Override
    public Statement renaming(QualifiedName to) {
        return Statement.of(Sql.of("alter function {} rename to {}", signature(), to.simple()), LockMode.NONE);
    }

    @Override
    public Statement moving(String schema) {
        return Statement.of(
                Sql.of("alter function {} set schema {}", signature(), QualifiedName.unqualified(schema)),
                LockMode.NONE);
    }

    @Override
    public Sql address() {
        return Sql.of("function {}", signature());
    }
}

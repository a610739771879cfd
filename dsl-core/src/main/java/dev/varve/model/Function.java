package dev.varve.model;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function whose body is a text. PostgreSQL does not look into such a body when something that it names is renamed, and
 * neither does this class.
 *
 * @param returns the result type as PostgreSQL takes it, such as {@code trigger}, {@code setof text} or {@code table(price numeric)}
 * @param securityDefiner whether it runs with the rights of its owner
 * @param settings the run-time parameters that hold while it runs, such as an empty {@code search_path}
 */
public record Function(
        QualifiedName name,
        List<Argument> arguments,
        String returns,
        String language,
        Volatility volatility,
        boolean securityDefiner,
        Map<String, String> settings,
        String body)
        implements SchemaMember, Reworded {

    public Function {
        arguments = List.copyOf(arguments);
        returns = Result.of(returns).sql();
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A function under the run-time parameters of whoever calls it. */
    public Function(
            QualifiedName name,
            List<Argument> arguments,
            String returns,
            String language,
            Volatility volatility,
            boolean securityDefiner,
            String body) {
        this(name, arguments, returns, language, volatility, securityDefiner, Map.of(), body);
    }

    /** The same function with other arguments. */
    public Function taking(List<Argument> others) {
        return new Function(name, others, returns, language, volatility, securityDefiner, settings, body);
    }

    /** The same function with another result type. */
    public Function returning(String type) {
        return new Function(name, arguments, type, language, volatility, securityDefiner, settings, body);
    }

    /** The same function written in another language. */
    public Function writtenIn(String other) {
        return new Function(name, arguments, returns, other, volatility, securityDefiner, settings, body);
    }

    /** The same function, depending on something else. */
    public Function depending(Volatility other) {
        return new Function(name, arguments, returns, language, other, securityDefiner, settings, body);
    }

    /** The same function, running with the rights of its owner and with names looked up with their schemas only. */
    public Function asOwner() {
        return new Function(name, arguments, returns, language, volatility, true, settings, body)
                .setting("search_path", "");
    }

    /** The same function with a run-time parameter that holds while it runs. */
    public Function setting(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(parameter, value);
        return new Function(name, arguments, returns, language, volatility, securityDefiner, more, body);
    }

    /** The same function with another body. */
    public Function doing(String other) {
        return new Function(name, arguments, returns, language, volatility, securityDefiner, settings, other);
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

    @Override
    public Function named(QualifiedName other) {
        return new Function(other, arguments, returns, language, volatility, securityDefiner, settings, body);
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
                settings,
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

    private static String clause(Map.Entry<String, String> setting) {
        return " set " + Identifier.of(setting.getKey()).sql() + " to "
                + Literal.text(setting.getValue()).sql();
    }

    /** The statement, beginning with {@code create function} or {@code create or replace function}. */
    public Sql definition(String words) {
        String traits = (volatility == Volatility.VOLATILE ? "" : ' ' + volatility.sql())
                + (securityDefiner ? " security definer" : "")
                + settings.entrySet().stream().map(Function::clause).collect(Collectors.joining());
        return Sql.of(
                words + " {}({}) returns " + returns + " language {}" + traits + " as {}",
                name,
                Sql.join(", ", arguments),
                Identifier.of(language),
                new DollarQuoted(body));
    }

    @Override
    public Function copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return named(scratch.apply(name));
    }

    @Override
    public Function inWordsOf(SchemaObject copy) {
        return taking(((Function) copy).arguments);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return isReplaceableBy((Function) from, this)
                ? Optional.of(List.of(Statement.of(definition("create or replace function"), LockMode.NONE)))
                : Optional.empty();
    }

    /** PostgreSQL keeps the result, the names of arguments and their defaults, because calls lean on them. */
    private static boolean isReplaceableBy(Function old, Function other) {
        boolean sameArguments = IntStream.range(0, old.arguments.size())
                .allMatch(i -> old.arguments.get(i).isReplaceableBy(other.arguments.get(i)));
        return sameArguments && old.returns.equals(other.returns);
    }

    @Override
    public Sql address() {
        return Sql.of("function {}", signature());
    }

    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.ROUTINE);
    }
}

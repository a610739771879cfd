package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a kind of index treats the values of a type (<a
 * href="https://www.postgresql.org/docs/current/sql-createopclass.html">documentation</a>). {@link OperatorClass} is what an index says of
 * one.
 *
 * @param method the kind of index, such as {@code btree}
 * @param byDefault whether an index that says none has this one
 * @param family where its members live; PostgreSQL would make one of the same name if none were said
 * @param storage the type that the index keeps; empty if that is the type itself
 */
public record OperatorClassDefinition(
        QualifiedName name,
        String method,
        boolean byDefault,
        TypeName input,
        QualifiedName family,
        Optional<TypeName> storage,
        List<Strategy> operators,
        List<Support> functions)
        implements SchemaMember {

    /**
     * An operator that an index can answer.
     *
     * @param orderBy the family that orders what the operator gives; empty for an operator that finds rows
     */
    public record Strategy(
            int number, QualifiedName operator, TypeName left, TypeName right, Optional<QualifiedName> orderBy) {

        public Strategy {
            left = left.unmodified();
            right = right.unmodified();
        }

        Strategy following(Rename rename) {
            return new Strategy(
                    number,
                    rename.followName(operator, OperatorDefinition.class),
                    left.following(rename),
                    right.following(rename),
                    orderBy.map(by -> rename.followName(by, OperatorFamily.class)));
        }

        Sql sql() {
            Sql order = orderBy.map(by -> Sql.of(" for order by {}", by)).orElse(Sql.raw(""));
            return Sql.of(
                    "operator " + number + " {} ({}, {}){}", OperatorDefinition.written(operator), left, right, order);
        }
    }

    /**
     * A function that the index calls.
     *
     * @param left the type of the values that it is for, and {@code right} that of those which they are compared with
     * @param arguments the types that it takes
     */
    public record Support(int number, TypeName left, TypeName right, QualifiedName function, List<TypeName> arguments) {

        public Support {
            left = left.unmodified();
            right = right.unmodified();
            arguments = arguments.stream().map(TypeName::unmodified).toList();
        }

        Support following(Rename rename) {
            return new Support(
                    number,
                    left.following(rename),
                    right.following(rename),
                    rename.followName(function, Function.class),
                    arguments.stream().map(type -> type.following(rename)).toList());
        }

        Sql sql() {
            return Sql.of("function " + number + " ({}, {}) {}({})", left, right, function, Sql.join(", ", arguments));
        }
    }

    /** The functions without which there is no index of that kind; only what depends on the class itself goes with it. */
    private static final Map<String, Set<Integer>> NECESSARY = Map.of(
            "btree", Set.of(1),
            "hash", Set.of(1),
            "gist", Set.of(1, 2, 5, 6, 7),
            "gin", Set.of(2, 3),
            "spgist", Set.of(1, 2, 3, 4, 5));

    private static final Set<String> COMPARING = Set.of("btree", "hash");

    public OperatorClassDefinition {
        input = input.unmodified();
        TypeName own = input;
        storage = storage.map(TypeName::unmodified).filter(type -> !type.equals(own));
        operators = operators.stream()
                .sorted(Comparator.comparing(Strategy::number)
                        .thenComparing(one -> one.left().sql())
                        .thenComparing(one -> one.right().sql()))
                .toList();
        functions = functions.stream()
                .sorted(Comparator.comparing(Support::number)
                        .thenComparing(one -> one.left().sql())
                        .thenComparing(one -> one.right().sql()))
                .toList();
    }

    /** A class without members, in the family of the same name. */
    public static OperatorClassDefinition of(QualifiedName name, String method, TypeName input) {
        return new OperatorClassDefinition(name, method, false, input, name, Optional.empty(), List.of(), List.of());
    }

    /** The id of the class of that name for a kind of index. */
    public static ObjectId<OperatorClassDefinition> id(QualifiedName name, String method) {
        return new ObjectId<>(OperatorClassDefinition.class, name, " using " + method);
    }

    @Override
    public ObjectId<OperatorClassDefinition> id() {
        return id(name, method);
    }

    /** The same class, which an index has that says none. */
    public OperatorClassDefinition asDefault() {
        return new OperatorClassDefinition(name, method, true, input, family, storage, operators, functions);
    }

    /** The same class in another family. */
    public OperatorClassDefinition in(QualifiedName other) {
        return new OperatorClassDefinition(name, method, byDefault, input, other, storage, operators, functions);
    }

    /** The same class of which the index keeps another type. */
    public OperatorClassDefinition storing(TypeName type) {
        return new OperatorClassDefinition(
                name, method, byDefault, input, family, Optional.of(type), operators, functions);
    }

    /** The same class with one more operator. */
    public OperatorClassDefinition with(Strategy operator) {
        return new OperatorClassDefinition(
                name,
                method,
                byDefault,
                input,
                family,
                storage,
                Stream.concat(operators.stream(), Stream.of(operator)).toList(),
                functions);
    }

    /** The same class with one more function. */
    public OperatorClassDefinition with(Support function) {
        return new OperatorClassDefinition(
                name,
                method,
                byDefault,
                input,
                family,
                storage,
                operators,
                Stream.concat(functions.stream(), Stream.of(function)).toList());
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        Stream.of(
                        Stream.concat(Stream.of(input), storage.stream()),
                        operators.stream().flatMap(one -> Stream.of(one.left(), one.right())),
                        functions.stream()
                                .flatMap(one ->
                                        Stream.concat(Stream.of(one.left(), one.right()), one.arguments().stream())))
                .flatMap(types -> types)
                .forEach(type -> type.userDefined().ifPresent(mentioned::add));
        functions.forEach(one -> mentioned.add(one.function()));
        operators.forEach(one -> one.orderBy().ifPresent(mentioned::add));
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(mentioned));
        required.add(OperatorFamily.id(family, method));
        operators.stream()
                .map(one -> OperatorDefinition.id(one.operator(), Optional.of(one.left()), one.right()))
                .filter(database::has)
                .forEach(required::add);
        required.removeIf(one -> one.type() == OperatorClassDefinition.class);
        return required;
    }

    @Override
    public OperatorClassDefinition named(QualifiedName other) {
        return new OperatorClassDefinition(other, method, byDefault, input, family, storage, operators, functions);
    }

    @Override
    public OperatorClassDefinition following(Rename rename) {
        QualifiedName itsFamily = rename.newId(OperatorFamily.id(family, method))
                .map(ObjectId::name)
                .orElse(rename.followSchema(family));
        return new OperatorClassDefinition(
                rename.followSchema(name),
                method,
                byDefault,
                input.following(rename),
                itsFamily,
                storage.map(type -> type.following(rename)),
                operators.stream().map(one -> one.following(rename)).toList(),
                functions.stream().map(one -> one.following(rename)).toList());
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Sql> members = new ArrayList<>();
        operators.forEach(one -> members.add(one.sql()));
        functions.forEach(one -> members.add(one.sql()));
        storage.ifPresent(type -> members.add(Sql.of("storage {}", type)));
        if (members.isEmpty()) {
            members.add(Sql.of("storage {}", input)); // PostgreSQL wants something to be said
        }
        return List.of(Statement.of(
                Sql.of(
                        "create operator class {}" + (byDefault ? " default" : "")
                                + " for type {} using {} family {} as {}",
                        name,
                        input,
                        Identifier.of(method),
                        family,
                        Sql.join(", ", members)),
                LockMode.NONE));
    }

    /** Some members belong to the family more than to the class: PostgreSQL would leave them there. */
    @Override
    public List<Statement> removal(Database database) {
        List<Sql> left = new ArrayList<>();
        operators.stream()
                .filter(this::stays)
                .forEach(one -> left.add(Sql.of("operator " + one.number() + " ({}, {})", one.left(), one.right())));
        functions.stream()
                .filter(this::stays)
                .forEach(one -> left.add(Sql.of("function " + one.number() + " ({}, {})", one.left(), one.right())));
        List<Statement> statements = new ArrayList<>(SchemaMember.super.removal(database));
        if (!left.isEmpty()) {
            statements.add(Statement.of(
                    Sql.of(
                            "alter operator family {} using {} drop {}",
                            family,
                            Identifier.of(method),
                            Sql.join(", ", left)),
                    LockMode.NONE));
        }
        return List.copyOf(statements);
    }

    private boolean stays(Strategy operator) {
        return COMPARING.contains(method) ? !operator.left().equals(operator.right()) : NECESSARY.containsKey(method);
    }

    private boolean stays(Support function) {
        boolean necessary =
                NECESSARY.getOrDefault(method, Set.of(function.number())).contains(function.number());
        return !necessary || COMPARING.contains(method) && !function.left().equals(function.right());
    }

    @Override
    public Sql address() {
        return Sql.of("operator class {} using {}", name, Identifier.of(method));
    }
}

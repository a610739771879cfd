package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A type that takes only some of the values of another one (<a
 * href="https://www.postgresql.org/docs/current/sql-createdomain.html">documentation</a>).
 *
 * @param collation empty for the one of the type
 * @param checks conditions by the names of their constraints, in which {@code value} is what is checked
 */
public record Domain(
        QualifiedName name,
        TypeName type,
        Optional<QualifiedName> collation,
        Optional<Expression> defaultValue,
        boolean notNull,
        SortedMap<String, DomainCheck> checks)
        implements UserType, Reworded {

    public Domain {
        defaultValue = defaultValue.map(
                value -> type.isText() ? value.withoutCastTo(type.name().name()) : value);
        checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
    }

    /** A domain that takes every value of a type. */
    public static Domain of(QualifiedName name, TypeName type) {
        return new Domain(name, type, Optional.empty(), Optional.empty(), false, Collections.emptySortedMap());
    }

    /** The id of the domain of that name. */
    public static ObjectId<Domain> id(QualifiedName name) {
        return ObjectId.of(Domain.class, name);
    }

    @Override
    public ObjectId<Domain> id() {
        return id(name);
    }

    /** The type of the values of a type: the one under a domain, or under the domain under that. */
    public static TypeName under(TypeName type, Database database) {
        return database.find(id(type.name()))
                .map(domain -> under(domain.type().arrayOf(type.array()), database))
                .orElse(type);
    }

    /** Whether a type takes every value of the type under it, so that nothing has to look at the values. */
    public static boolean takesAll(TypeName type, Database database) {
        return database.find(id(type.name()))
                .map(domain -> !domain.notNull && domain.checks.isEmpty() && takesAll(domain.type, database))
                .orElse(true);
    }

    /** The same domain with its texts in another order. */
    public Domain collated(QualifiedName other) {
        return new Domain(name, type, Optional.of(other), defaultValue, notNull, checks);
    }

    /** The same domain with another default, or none. */
    public Domain defaulting(Optional<Expression> value) {
        return new Domain(name, type, collation, value, notNull, checks);
    }

    /** The same domain, refusing null or not. */
    public Domain notNull(boolean refuses) {
        return new Domain(name, type, collation, defaultValue, refuses, checks);
    }

    /**
     * The same domain with one more check.
     *
     * @throws RefusedException if it has one of that name
     */
    public Domain checking(String constraint, DomainCheck check) {
        if (checks.containsKey(constraint)) {
            throw new RefusedException(id(), "Constraint \"" + constraint + "\" already exists on " + id() + ".");
        }
        Map<String, DomainCheck> more = new TreeMap<>(checks);
        more.put(constraint, check);
        return withChecks(more);
    }

    /**
     * The same domain without a check.
     *
     * @throws RefusedException if it has none of that name
     */
    public Domain withoutCheck(String constraint) {
        check(constraint);
        Map<String, DomainCheck> fewer = new TreeMap<>(checks);
        fewer.remove(constraint);
        return withChecks(fewer);
    }

    /** The same domain with a check under another name. */
    public Domain renamingCheck(String from, String to) {
        DomainCheck check = check(from);
        return withoutCheck(from).checking(to, check);
    }

    /** The same domain with a check that all values that are there are known to meet. */
    public Domain validating(String constraint) {
        return withoutCheck(constraint).checking(constraint, check(constraint).validated(true));
    }

    /** The same domain with something else said of a check. */
    public Domain commentingCheck(String constraint, Optional<String> text) {
        return withoutCheck(constraint).checking(constraint, check(constraint).commented(text));
    }

    private DomainCheck check(String constraint) {
        return Optional.ofNullable(checks.get(constraint))
                .orElseThrow(() -> new RefusedException(
                        id(),
                        "There is no constraint \"" + constraint + "\" on " + id() + "."
                                + Suggestion.of(constraint, checks.keySet())));
    }

    private Domain withChecks(Map<String, DomainCheck> others) {
        return new Domain(name, type, collation, defaultValue, notNull, new TreeMap<>(others));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        type.userDefined().ifPresent(mentioned::add);
        collation.ifPresent(mentioned::add);
        expressions().forEach(expression -> mentioned.addAll(expression.qualifiedNames()));
        Set<ObjectId<?>> required = UserType.super.requires(database);
        required.addAll(database.named(mentioned));
        return required;
    }

    private Stream<Expression> expressions() {
        return Stream.concat(defaultValue.stream(), checks.values().stream().map(DomainCheck::condition));
    }

    @Override
    public Domain named(QualifiedName other) {
        return new Domain(other, type, collation, defaultValue, notNull, checks);
    }

    @Override
    public Domain following(Rename rename) {
        Rename ofType = rename.forType(type);
        Map<String, DomainCheck> followed = new TreeMap<>();
        checks.forEach((constraint, check) -> followed.put(constraint, check.following(id(), ofType)));
        return new Domain(
                rename.followSchema(name),
                type.following(rename),
                collation.map(rename::followName),
                defaultValue.map(value -> ofType.follow(id(), value)),
                notNull,
                new TreeMap<>(followed));
    }

    @Override
    public Domain copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return named(scratch.apply(name));
    }

    @Override
    public Domain inWordsOf(SchemaObject copy) {
        Domain printed = (Domain) copy;
        Map<String, DomainCheck> reworded = new TreeMap<>();
        checks.forEach((constraint, check) ->
                reworded.put(constraint, check.saying(printed.check(constraint).condition())));
        return defaulting(defaultValue.flatMap(value -> printed.defaultValue)).withChecks(reworded);
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql sql = Sql.of("create domain {} as {}", name, type);
        Sql collated = collation.map(c -> sql.then(Sql.of(" collate {}", c))).orElse(sql);
        Sql defaulted =
                defaultValue.map(v -> collated.then(Sql.of(" default {}", v))).orElse(collated);
        Sql whole = notNull ? defaulted.then(Sql.raw(" not null")) : defaulted;
        SortedMap<String, DomainCheck> said = new TreeMap<>();
        for (Map.Entry<String, DomainCheck> check : checks.entrySet()) {
            if (check.getValue().validated()) {
                whole = whole.then(Sql.of("\n    {}", DomainCheckChanges.clause(check.getKey(), check.getValue())));
                said.put(check.getKey(), check.getValue().commented(Optional.empty()));
            }
        }
        List<Statement> statements = new ArrayList<>(List.of(Statement.of(whole, LockMode.NONE)));
        statements.addAll(new DomainCheckChanges(name, said, checks).statements());
        return statements;
    }

    private Statement alter(Sql change) {
        return Statement.of(Sql.of("alter domain {} {}", name, change), LockMode.NONE);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Domain old = (Domain) from;
        if (!old.type.equals(type) || !old.collation.equals(collation)) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        if (!old.defaultValue.equals(defaultValue)) {
            statements.add(
                    alter(defaultValue.map(v -> Sql.of("set default {}", v)).orElse(Sql.raw("drop default"))));
        }
        if (old.notNull != notNull) {
            statements.add(alter(Sql.raw(notNull ? "set not null" : "drop not null")));
        }
        statements.addAll(new DomainCheckChanges(name, old.checks, checks).statements());
        return Optional.of(statements);
    }

    @Override
    public Sql address() {
        return Sql.of("domain {}", name);
    }
}

package dev.varve.model;

import dev.varve.model.OperatorMembers.Member;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param members what it holds for its type
 */
public record OperatorClassDefinition(
        QualifiedName name,
        String method,
        boolean byDefault,
        TypeName input,
        QualifiedName family,
        Optional<TypeName> storage,
        OperatorMembers members)
        implements SchemaMember {

    /** The functions without which there is no index of that kind; only what depends on the class itself goes with it. */
    private static final Map<String, Set<Integer>> NECESSARY = Map.of(
            "btree", Set.of(1),
            "hash", Set.of(1),
            "gist", Set.of(1, 2, 5, 6, 7),
            "gin", Set.of(2, 3),
            "spgist", Set.of(1, 2, 3, 4, 5));

    /** The kinds of index whose operators belong to the family more than to the class. */
    private static final Set<String> LOOSE = Set.of("gist", "gin", "spgist");

    public OperatorClassDefinition {
        input = input.unmodified();
        TypeName own = input;
        storage = storage.map(TypeName::unmodified).filter(type -> !type.equals(own));
    }

    /** A class without members, in the family of the same name. */
    public static OperatorClassDefinition of(QualifiedName name, String method, TypeName input) {
        return new OperatorClassDefinition(name, method, false, input, name, Optional.empty(), OperatorMembers.NONE);
    }

    /** The id of the class of that name for a kind of index. */
    public static ObjectId<OperatorClassDefinition> id(QualifiedName name, String method) {
        return new ObjectId<>(OperatorClassDefinition.class, name, " using " + Identifier.of(method));
    }

    @Override
    public ObjectId<OperatorClassDefinition> id() {
        return id(name, method);
    }

    /** The same class, which an index has that says none. */
    public OperatorClassDefinition asDefault() {
        return new OperatorClassDefinition(name, method, true, input, family, storage, members);
    }

    /** The same class in another family. */
    public OperatorClassDefinition in(QualifiedName other) {
        return new OperatorClassDefinition(name, method, byDefault, input, other, storage, members);
    }

    /** The same class of which the index keeps another type. */
    public OperatorClassDefinition storing(TypeName type) {
        return new OperatorClassDefinition(name, method, byDefault, input, family, Optional.of(type), members);
    }

    /** The same class with other members. */
    public OperatorClassDefinition holding(OperatorMembers others) {
        return new OperatorClassDefinition(name, method, byDefault, input, family, storage, others);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> types = new HashSet<>();
        Stream.concat(Stream.of(input), storage.stream())
                .forEach(type -> type.userDefined().ifPresent(types::add));
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(types));
        required.addAll(members.required(database));
        required.add(OperatorFamily.id(family, method));
        return required;
    }

    @Override
    public void check(Database database) {
        String kind = AccessMethodDefinition.kind(method, database);
        members.all()
                .filter(member -> OperatorFamily.keeps(kind, member))
                .findFirst()
                .ifPresent(member -> {
                    throw new RefusedException(
                            id(),
                            "The " + id() + " is about " + input + " alone, and " + member.address()
                                    + " is about two types. Add it to operator family " + family + " instead.");
                });
        database.find(OperatorFamily.id(family, method)).ifPresent(its -> checkBeside(its, database));
        database.objects(OperatorClassDefinition.class)
                .filter(other -> other.family.equals(family) && other.method.equals(method) && !other.name.equals(name))
                .forEach(this::checkBeside);
    }

    private void checkBeside(OperatorClassDefinition other) {
        Set<Sql> taken = other.members.all().map(Member::address).collect(Collectors.toSet());
        members.all().map(Member::address).filter(taken::contains).findFirst().ifPresent(address -> {
            throw new RefusedException(
                    id(),
                    "The " + id() + " holds " + address + " in operator family " + family + ", and so does the "
                            + other.id() + ". Give it a family of its own.");
        });
    }

    /** What its family holds by itself must not be about its own type, because nobody could tell any more whose it is. */
    void checkBeside(OperatorFamily its, Database database) {
        its.about(this, database).all().findFirst().ifPresent(member -> {
            throw new RefusedException(
                    its.id(),
                    "The " + its.id() + " holds " + member.address() + " by itself, which is about the type of " + id()
                            + ". Say it of the class instead.");
        });
    }

    @Override
    public OperatorClassDefinition named(QualifiedName other) {
        return new OperatorClassDefinition(other, method, byDefault, input, family, storage, members);
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
                members.following(rename));
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Sql> clauses = new ArrayList<>(members.clauses());
        storage.ifPresent(type -> clauses.add(Sql.of("storage {}", type)));
        if (clauses.isEmpty()) {
            clauses.add(Sql.of("storage {}", input)); // PostgreSQL wants something to be said
        }
        return List.of(Statement.of(
                Sql.of(
                        "create operator class {}" + (byDefault ? " default" : "")
                                + " for type {} using {} family {} as {}",
                        name,
                        input,
                        Identifier.of(method),
                        family,
                        Sql.join(", ", clauses)),
                LockMode.NONE));
    }

    /** Some members belong to the family more than to the class: PostgreSQL would leave them there. */
    @Override
    public List<Statement> removal(Database database) {
        List<Statement> statements = new ArrayList<>(SchemaMember.super.removal(database));
        statements.addAll(
                OperatorFamily.dropping(familyAddress(), members.without(member -> !stays(member, database))));
        return statements;
    }

    /** Only what belongs to the family more than to the class can come and go. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        OperatorClassDefinition old = (OperatorClassDefinition) from;
        OperatorMembers gone = old.members.missingIn(members);
        OperatorMembers more = members.missingIn(old.members);
        boolean possible = holding(old.members).equals(old)
                && Stream.concat(gone.all(), more.all()).allMatch(member -> stays(member, database));
        List<Statement> statements = new ArrayList<>(OperatorFamily.dropping(familyAddress(), gone));
        statements.addAll(OperatorFamily.adding(familyAddress(), more));
        return Optional.of(List.copyOf(statements)).filter(all -> possible);
    }

    private Sql familyAddress() {
        return OperatorFamily.address(family, method);
    }

    private boolean stays(OperatorMembers.Member member, Database database) {
        String kind = AccessMethodDefinition.kind(method, database);
        return member instanceof OperatorMembers.Strategy
                ? LOOSE.contains(kind)
                : !NECESSARY.getOrDefault(kind, Set.of(member.number())).contains(member.number());
    }

    @Override
    public Sql address() {
        return Sql.of("operator class {} using {}", name, Identifier.of(method));
    }
}

package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Operator classes that go together (<a
 * href="https://www.postgresql.org/docs/current/sql-createopfamily.html">documentation</a>).
 *
 * @param method the kind of index, such as {@code btree}
 * @param members what it holds by itself: what compares values of two types, and what is for the type of none of its classes
 */
public record OperatorFamily(QualifiedName name, String method, OperatorMembers members) implements SchemaMember {

    /** The kinds of index to which a class is about values of one type, and what compares two types a matter of the family. */
    private static final Set<String> COMPARING = Set.of("btree", "hash");

    /** A family that holds nothing by itself. */
    public static OperatorFamily of(QualifiedName name, String method) {
        return new OperatorFamily(name, method, OperatorMembers.NONE);
    }

    /** The id of the family of that name for a kind of index. */
    public static ObjectId<OperatorFamily> id(QualifiedName name, String method) {
        return new ObjectId<>(OperatorFamily.class, name, " using " + Identifier.of(method));
    }

    @Override
    public ObjectId<OperatorFamily> id() {
        return id(name, method);
    }

    /** The same family, holding something else by itself. */
    public OperatorFamily holding(OperatorMembers others) {
        return new OperatorFamily(name, method, others);
    }

    /** Whether a family of that kind holds something for several types by itself, whatever its classes are. */
    static boolean keeps(String kind, OperatorMembers.Member member) {
        return COMPARING.contains(kind) && !member.isOfOneType();
    }

    /** Those members that are about the type of a class. */
    OperatorMembers about(OperatorClassDefinition one, Database database) {
        boolean other = !one.family().equals(name) || !one.method().equals(method);
        String kind = AccessMethodDefinition.kind(method, database);
        return members.without(
                member -> other || keeps(kind, member) || !member.left().equals(one.input()));
    }

    @Override
    public void check(Database database) {
        for (ObjectId<?> user : database.users(id())) {
            if (user.type() == OperatorClassDefinition.class) {
                ((OperatorClassDefinition) database.get(user)).checkBeside(this, database);
            }
        }
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(members.required(database));
        required.addAll(AccessMethodDefinition.requiredBy(method, database));
        required.remove(id());
        return required;
    }

    @Override
    public OperatorFamily named(QualifiedName other) {
        return new OperatorFamily(other, method, members);
    }

    @Override
    public OperatorFamily following(Rename rename) {
        return new OperatorFamily(rename.followSchema(name), method, members.following(rename));
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Statement> statements =
                new ArrayList<>(List.of(Statement.of(Sql.of("create {}", address()), LockMode.NONE)));
        statements.addAll(changes(OperatorMembers.NONE));
        return statements;
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(changes(((OperatorFamily) from).members));
    }

    private List<Statement> changes(OperatorMembers old) {
        List<Statement> statements = new ArrayList<>();
        statements.addAll(dropping(address(), old.missingIn(members)));
        statements.addAll(adding(address(), members.missingIn(old)));
        return statements;
    }

    static List<Statement> adding(Sql family, OperatorMembers some) {
        return changing(family, "add", some.clauses());
    }

    static List<Statement> dropping(Sql family, OperatorMembers some) {
        return changing(
                family, "drop", some.all().map(OperatorMembers.Member::address).toList());
    }

    private static List<Statement> changing(Sql family, String verb, List<Sql> what) {
        return what.isEmpty()
                ? List.of()
                : List.of(
                        Statement.of(Sql.of("alter {} " + verb + " {}", family, Sql.join(", ", what)), LockMode.NONE));
    }

    @Override
    public Sql address() {
        return address(name, method);
    }

    static Sql address(QualifiedName family, String method) {
        return Sql.of("operator family {} using {}", family, Identifier.of(method));
    }
}

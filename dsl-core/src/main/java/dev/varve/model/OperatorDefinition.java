package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
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
 * An operator of a schema (<a href="https://www.postgresql.org/docs/current/sql-createoperator.html">documentation</a>). {@link Operator}
 * is what refers to one.
 *
 * @param left the type on its left; empty for an operator that stands before its only value
 * @param function what computes the result
 * @param partners the operators that the planner may take instead of it
 * @param restrict what estimates how many rows a comparison with a constant leaves
 * @param join what estimates how many rows a join leaves
 * @param hashes whether a hash join can use it
 * @param merges whether a merge join can use it
 */
public record OperatorDefinition(
        QualifiedName name,
        Optional<TypeName> left,
        TypeName right,
        QualifiedName function,
        Partners partners,
        Optional<QualifiedName> restrict,
        Optional<QualifiedName> join,
        boolean hashes,
        boolean merges)
        implements SchemaMember {

    /**
     * The operators that the planner may take instead of another one. PostgreSQL links both when the later one names the earlier one; here
     * the later one alone names the other.
     *
     * @param commutator what gives the same result for the values the other way round, possibly the operator itself
     * @param negator what gives the opposite result
     */
    public record Partners(Optional<QualifiedName> commutator, Optional<QualifiedName> negator) {

        /** No partners. */
        public static final Partners NONE = new Partners(Optional.empty(), Optional.empty());

        Partners following(Rename rename) {
            return new Partners(
                    commutator.map(other -> rename.followName(other, OperatorDefinition.class)),
                    negator.map(other -> rename.followName(other, OperatorDefinition.class)));
        }
    }

    public OperatorDefinition {
        Operator.of(name.name());
        left = left.map(TypeName::unmodified);
        right = right.unmodified();
    }

    /** An operator that a function computes, of which nothing else is known. */
    public static OperatorDefinition of(
            QualifiedName name, Optional<TypeName> left, TypeName right, QualifiedName function) {
        return new OperatorDefinition(
                name, left, right, function, Partners.NONE, Optional.empty(), Optional.empty(), false, false);
    }

    /** The id of the operator of that name between values of these types. */
    public static ObjectId<OperatorDefinition> id(QualifiedName name, Optional<TypeName> left, TypeName right) {
        String before = left.map(type -> type.unmodified().sql()).orElse("none");
        return new ObjectId<>(OperatorDefinition.class, name, '(' + before + ", " + right.unmodified() + ')');
    }

    /** How SQL names an operator with its schema: the symbol is never quoted. */
    static Sql written(QualifiedName operator) {
        return Sql.raw(Identifier.of(operator.schema()).sql() + '.' + operator.name());
    }

    @Override
    public ObjectId<OperatorDefinition> id() {
        return id(name, left, right);
    }

    /** The same operator computed by another function. */
    public OperatorDefinition by(QualifiedName other) {
        return new OperatorDefinition(name, left, right, other, partners, restrict, join, hashes, merges);
    }

    /** The same operator with other partners. */
    public OperatorDefinition beside(Partners others) {
        return new OperatorDefinition(name, left, right, function, others, restrict, join, hashes, merges);
    }

    /** The same operator with other estimates. */
    public OperatorDefinition estimated(Optional<QualifiedName> ofConstant, Optional<QualifiedName> ofJoin) {
        return new OperatorDefinition(name, left, right, function, partners, ofConstant, ofJoin, hashes, merges);
    }

    /** The same operator for these joins. */
    public OperatorDefinition joining(boolean byHash, boolean byMerge) {
        return new OperatorDefinition(name, left, right, function, partners, restrict, join, byHash, byMerge);
    }

    private Optional<ObjectId<OperatorDefinition>> commutator() {
        return partners.commutator().map(other -> id(other, Optional.of(right), left.orElse(right)));
    }

    private Optional<ObjectId<OperatorDefinition>> negator() {
        return partners.negator().map(other -> id(other, left, right));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        Stream.concat(left.stream(), Stream.of(right))
                .forEach(type -> type.userDefined().ifPresent(mentioned::add));
        mentioned.add(function);
        restrict.ifPresent(mentioned::add);
        join.ifPresent(mentioned::add);
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(mentioned));
        commutator().ifPresent(required::add);
        negator().ifPresent(required::add);
        required.remove(id());
        return required;
    }

    @Override
    public void check(Database database) {
        if (left.isEmpty() && partners.commutator().isPresent()) {
            throw new RefusedException(id(), "The " + id() + " has one value only and so no commutator.");
        }
        if (negator().filter(id()::equals).isPresent()) {
            throw new RefusedException(id(), "The " + id() + " cannot be its own negator.");
        }
        commutator()
                .ifPresent(other -> refuseTaken(
                        other, database, "commutator", one -> one.commutator().map(c -> (ObjectId<?>) c)));
        negator()
                .ifPresent(other -> refuseTaken(
                        other, database, "negator", one -> one.negator().map(n -> (ObjectId<?>) n)));
    }

    private void refuseTaken(
            ObjectId<OperatorDefinition> wanted,
            Database database,
            String what,
            java.util.function.Function<OperatorDefinition, Optional<ObjectId<?>>> partner) {
        boolean taken = database.objects(OperatorDefinition.class)
                .filter(one -> !one.id().equals(id()))
                .anyMatch(one -> partner.apply(one)
                        .filter(other -> other.equals(wanted) || one.id().equals(wanted) && !other.equals(id()))
                        .isPresent());
        if (taken) {
            throw new RefusedException(
                    id(), "The " + wanted + " has another " + what + " already, so that " + id() + " cannot be it.");
        }
    }

    @Override
    public OperatorDefinition named(QualifiedName other) {
        if (!other.name().equals(name.name())) {
            throw new RefusedException(id(), "PostgreSQL cannot rename " + id() + ".");
        }
        Partners moved = commutator().filter(id()::equals).isPresent()
                ? new Partners(Optional.of(other), partners.negator())
                : partners;
        return new OperatorDefinition(other, left, right, function, moved, restrict, join, hashes, merges);
    }

    @Override
    public Statement renaming(QualifiedName to) {
        throw new RefusedException(id(), "PostgreSQL cannot rename " + id() + ".");
    }

    @Override
    public OperatorDefinition following(Rename rename) {
        return new OperatorDefinition(
                rename.followSchema(name),
                left.map(type -> type.following(rename)),
                right.following(rename),
                rename.followName(function, Function.class),
                partners.following(rename),
                restrict.map(estimate -> rename.followName(estimate, Function.class)),
                join.map(estimate -> rename.followName(estimate, Function.class)),
                hashes,
                merges);
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Sql> clauses = new ArrayList<>();
        clauses.add(Sql.of("function = {}", function));
        left.ifPresent(type -> clauses.add(Sql.of("leftarg = {}", type)));
        clauses.add(Sql.of("rightarg = {}", right));
        clauses.addAll(learned(of(name, left, right, function)));
        restrict.ifPresent(estimate -> clauses.add(Sql.of("restrict = {}", estimate)));
        join.ifPresent(estimate -> clauses.add(Sql.of("join = {}", estimate)));
        return List.of(
                Statement.of(Sql.of("create operator {} ({})", written(name), Sql.join(", ", clauses)), LockMode.NONE));
    }

    /** PostgreSQL forgets no partner and no kind of join, and learns them of an operator that is there only since version 17. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        OperatorDefinition old = (OperatorDefinition) from;
        List<Sql> learned = learned(old);
        List<Sql> changes = new ArrayList<>(learned);
        changes.addAll(estimates(old));
        boolean possible = function.equals(old.function)
                && old.learned(this).isEmpty()
                && (learned.isEmpty() || database.environment().atLeast(17));
        Sql alter = Sql.of("alter {} set ({})", address(), Sql.join(", ", changes));
        return Optional.of(List.of(Statement.of(alter, LockMode.NONE))).filter(all -> possible);
    }

    /** What is said of this operator and not of that one, and stays for good. */
    private List<Sql> learned(OperatorDefinition old) {
        List<Sql> clauses = new ArrayList<>();
        partners.commutator()
                .filter(other -> !partners.commutator().equals(old.partners.commutator()))
                .ifPresent(other -> clauses.add(Sql.of("commutator = operator({})", written(other))));
        partners.negator()
                .filter(other -> !partners.negator().equals(old.partners.negator()))
                .ifPresent(other -> clauses.add(Sql.of("negator = operator({})", written(other))));
        if (hashes && !old.hashes) {
            clauses.add(Sql.raw("hashes"));
        }
        if (merges && !old.merges) {
            clauses.add(Sql.raw("merges"));
        }
        return clauses;
    }

    private List<Sql> estimates(OperatorDefinition old) {
        List<Sql> changes = new ArrayList<>();
        if (!restrict.equals(old.restrict)) {
            changes.add(estimate("restrict", restrict));
        }
        if (!join.equals(old.join)) {
            changes.add(estimate("join", join));
        }
        return changes;
    }

    private static Sql estimate(String word, Optional<QualifiedName> function) {
        return function.map(name -> Sql.of(word + " = {}", name)).orElse(Sql.raw(word + " = none"));
    }

    @Override
    public Sql address() {
        return Sql.of(
                "operator {} ({}, {})",
                written(name),
                left.map(type -> Sql.raw(type.sql())).orElse(Sql.raw("none")),
                right);
    }
}

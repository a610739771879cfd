package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which rows of a table roles may see and write, once row-level security is enabled for it (<a
 * href="https://www.postgresql.org/docs/current/sql-createpolicy.html">documentation</a>).
 *
 * @param permissive whether a row needs to meet one such policy, and not all
 * @param roles the names of roles, or {@code public} for everybody
 * @param using which rows are seen
 * @param check which rows may be written; as {@code using} if empty
 */
public record Policy(
        String name,
        ObjectId<?> on,
        boolean permissive,
        Command command,
        Set<String> roles,
        Optional<Expression> using,
        Optional<Expression> check)
        implements RelationMember, Reworded {

    /** What a policy is about. */
    public enum Command {
        /** Everything. */
        ALL,
        /** Reading rows. */
        SELECT,
        /** New rows. */
        INSERT,
        /** Changed rows. */
        UPDATE,
        /** Removed rows. */
        DELETE
    }

    public Policy {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    /** The id of the policy of that name on a table. */
    public static ObjectId<Policy> id(QualifiedName on, String name) {
        return new ObjectId<>(Policy.class, on, '.' + name);
    }

    @Override
    public ObjectId<Policy> id() {
        return id(on.name(), name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        expressions().forEach(expression -> mentioned.addAll(expression.qualifiedNames()));
        Set<ObjectId<?>> required = database.named(mentioned);
        required.add(on);
        required.addAll(Partition.requiredOn(on, database));
        return required;
    }

    private Stream<Expression> expressions() {
        return Stream.concat(using.stream(), check.stream());
    }

    @Override
    public boolean leansOn(ObjectId<?> relation, String column) {
        return expressions()
                .anyMatch(expression ->
                        relation.equals(on) ? expression.bareNames().contains(column) : expression.mentions(column));
    }

    @Override
    public void check(Database database) {
        if (command == Command.INSERT && using.isPresent()) {
            throw new RefusedException(
                    id(), "The " + id() + " is about new rows, which nobody sees before; say check, not using.");
        }
        if ((command == Command.SELECT || command == Command.DELETE) && check.isPresent()) {
            throw new RefusedException(
                    id(), "The " + id() + " is about no rows that are written; say using, not check.");
        }
    }

    /** The same policy of other roles. */
    public Policy to(Set<String> others) {
        return new Policy(name, on, permissive, command, others, using, check);
    }

    /** The same policy about what else is done. */
    public Policy about(Command other) {
        return new Policy(name, on, permissive, other, roles, using, check);
    }

    /** The same policy, which every row must meet whatever other policies say. */
    public Policy restrictive() {
        return new Policy(name, on, false, command, roles, using, check);
    }

    /** The same policy about other rows. */
    public Policy over(Optional<Expression> seen, Optional<Expression> written) {
        return new Policy(name, on, permissive, command, roles, seen, written);
    }

    @Override
    public Policy called(String other) {
        return new Policy(other, on, permissive, command, roles, using, check);
    }

    private Policy on(ObjectId<?> table) {
        return new Policy(name, table, permissive, command, roles, using, check);
    }

    /** A condition may look into other tables, of which it names the columns with their tables. */
    @Override
    public Policy following(Rename rename) {
        ObjectId<?> holder = Partition.columnsOf(on, rename);
        return on(rename.newId(on).orElse(on))
                .over(using.map(e -> rename.follow(holder, e)), check.map(e -> rename.follow(holder, e)));
    }

    @Override
    public Policy copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return on(on.named(scratch.apply(on.name())));
    }

    @Override
    public Policy inWordsOf(SchemaObject copy) {
        return over(((Policy) copy).using, ((Policy) copy).check);
    }

    @Override
    public LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }

    @Override
    public List<Statement> creation(Database database) {
        String kind = (permissive ? "" : " as restrictive")
                + (command == Command.ALL ? "" : " for " + command.name().toLowerCase(Locale.ROOT));
        return List.of(Statement.of(Sql.of("create {}" + kind + "{}", address(), clauses()), lock()));
    }

    private Sql clauses() {
        Sql to = Sql.of(
                " to {}", Sql.join(", ", roles.stream().map(Privileges::role).toList()));
        Sql seen = using.map(e -> to.then(Sql.of(" using ({})", e))).orElse(to);
        return check.map(e -> seen.then(Sql.of(" with check ({})", e))).orElse(seen);
    }

    /** PostgreSQL replaces what is said and takes nothing away. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Policy old = (Policy) from;
        boolean sameKind = old.permissive == permissive && old.command == command;
        boolean lessSaid = old.using.isPresent() && using.isEmpty() || old.check.isPresent() && check.isEmpty();
        return Optional.of(List.of(Statement.of(Sql.of("alter {}{}", address(), clauses()), lock())))
                .filter(statements -> sameKind && !lessSaid);
    }
}

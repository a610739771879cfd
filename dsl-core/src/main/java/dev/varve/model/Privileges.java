package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a role may do with an object, where that is not what PostgreSQL grants to it on a new one: an object without privileges
 * of {@code public} is as PostgreSQL makes it, one with none of them has them revoked.
 *
 * @param column empty if they are on the whole object
 * @param grantee the name of a role, or {@code public} for everybody
 * @param held the privileges by their names, such as {@code SELECT}, with whether the role may grant them
 */
public record Privileges(ObjectId<?> on, String column, String grantee, SortedMap<String, Boolean> held)
        implements SchemaObject {

    /** The grantee that stands for everybody; no role can be called so. */
    public static final String PUBLIC = "public";

    public Privileges {
        held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    }

    /** The id of the privileges of a role on an object or one of its columns. */
    public static ObjectId<Privileges> id(ObjectId<?> on, String column, String grantee) {
        String of = on.kind() + (column.isEmpty() ? "" : ", column " + column) + ", of " + Identifier.of(grantee);
        return new ObjectId<>(Privileges.class, on.name(), on.detail() + " (" + of + ')');
    }

    @Override
    public ObjectId<Privileges> id() {
        return id(on, column, grantee);
    }

    /** The same privileges and some more. */
    public Privileges granting(Set<String> more, boolean grantable) {
        SortedMap<String, Boolean> all = new TreeMap<>(held);
        more.forEach(privilege -> all.merge(privilege, grantable, Boolean::logicalOr));
        return new Privileges(on, column, grantee, all);
    }

    /** The same privileges without some. */
    public Privileges revoking(Set<String> some) {
        SortedMap<String, Boolean> rest = new TreeMap<>(held);
        rest.keySet().removeAll(some);
        return new Privileges(on, column, grantee, rest);
    }

    /** The same privileges, of which the role may grant none. */
    public Privileges notGrantable(Set<String> some) {
        SortedMap<String, Boolean> all = new TreeMap<>(held);
        all.replaceAll((privilege, grantable) -> grantable && !some.contains(privilege));
        return new Privileges(on, column, grantee, all);
    }

    /** What PostgreSQL grants to a role on a new object. */
    public static Privileges initial(ObjectId<?> on, String column, String grantee, Optional<Grantable> kind) {
        SortedSet<String> given = grantee.equals(PUBLIC) && column.isEmpty()
                ? kind.map(Grantable::ofPublic).orElseGet(TreeSet::new)
                : new TreeSet<>();
        return new Privileges(on, column, grantee, new TreeMap<>()).granting(given, false);
    }

    private Privileges initial(Database database) {
        return initial(on, column, grantee, database.find(on).flatMap(SchemaObject::grantable));
    }

    /** Whether this is what PostgreSQL grants on a new object, so that nothing has to be said. */
    public boolean isInitial(Database database) {
        return equals(initial(database));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(on);
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public boolean replacesOther() {
        return true;
    }

    @Override
    public boolean vanishesWith(String ofOwner, Database database) {
        return column.equals(ofOwner);
    }

    @Override
    public void check(Database database) {
        SchemaObject object = database.get(on);
        if (object.grantable().isEmpty()) {
            throw new RefusedException(id(), "PostgreSQL knows no privileges on " + on + ".");
        }
        if (!column.isEmpty() && object instanceof Table table) {
            table.column(column);
        }
    }

    @Override
    public Privileges following(Rename rename) {
        return new Privileges(rename.newId(on).orElse(on), rename.followColumn(on, column), grantee, held);
    }

    @Override
    public List<Statement> creation(Database database) {
        return since(database.find(id()).orElseGet(() -> initial(database)), database);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(since((Privileges) from, database));
    }

    @Override
    public List<Statement> removal(Database database) {
        return initial(database).since(this, database);
    }

    /** The statements that lead from other privileges of the same role to these. */
    public List<Statement> since(Privileges old, Database database) {
        List<Statement> statements = new ArrayList<>();
        Sql target = database.get(on).granted();
        Set<String> gone = new TreeSet<>(old.held.keySet());
        gone.removeAll(held.keySet());
        Set<String> noLongerGrantable = old.withGrantOption();
        noLongerGrantable.removeAll(withGrantOption());
        noLongerGrantable.removeAll(gone);
        Set<String> granted = new TreeSet<>(held.keySet());
        granted.removeAll(old.held.keySet());
        granted.removeAll(withGrantOption());
        Set<String> grantedOn = withGrantOption();
        grantedOn.removeAll(old.withGrantOption());
        statements.addAll(statement("revoke {} on {} from {}", gone, target));
        statements.addAll(statement("revoke grant option for {} on {} from {}", noLongerGrantable, target));
        statements.addAll(statement("grant {} on {} to {}", granted, target));
        statements.addAll(statement("grant {} on {} to {} with grant option", grantedOn, target));
        return statements;
    }

    private Set<String> withGrantOption() {
        return held.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Statement> statement(String template, Set<String> privileges, Sql target) {
        if (privileges.isEmpty()) {
            return List.of();
        }
        Sql names = Sql.join(
                ", ",
                privileges.stream()
                        .map(privilege -> Sql.raw(privilege.toLowerCase(Locale.ROOT)))
                        .map(name -> column.isEmpty() ? name : name.then(Sql.of(" ({})", Identifier.of(column))))
                        .toList());
        return List.of(Statement.of(Sql.of(template, names, target, role(grantee)), LockMode.NONE));
    }

    static Sql role(String name) {
        return name.equals(PUBLIC) ? Sql.raw(PUBLIC) : Sql.of("{}", Identifier.of(name));
    }
}

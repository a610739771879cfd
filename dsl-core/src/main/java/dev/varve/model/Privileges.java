package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
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
import java.util.stream.Stream;

/**
 * Everything that a role may do with an object, where that is not what PostgreSQL grants to it on a new one: an object without privileges
 * of {@code public} is as PostgreSQL makes it, one with none of them has them revoked.
 *
 * @param column empty if they are on the whole object
 * @param ofSequence whether they are on the sequence that numbers rows by the column, an identity or serial, and not on the column
 * @param grantee the name of a role, or {@code public} for everybody
 * @param held the privileges by their names, such as {@code SELECT}, with whether the role may grant them
 * @param turn when the role came among those who hold some
 */
public record Privileges(
        ObjectId<?> on, String column, boolean ofSequence, String grantee, SortedMap<String, Boolean> held, Turn turn)
        implements OnSequence {

    /** The grantee that stands for everybody; no role can be called so. */
    public static final String PUBLIC = "public";

    /** The grantee that stands for the owner, whoever that is; no role can be called so. */
    public static final String OWNER = "pg_owner";

    public Privileges {
        held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    }

    /** Privileges on an object, or on one of its columns. */
    public Privileges(ObjectId<?> on, String column, String grantee, SortedMap<String, Boolean> held) {
        this(on, column, false, grantee, held);
    }

    /** Privileges on an object, on one of its columns, or on the sequence of one. */
    public Privileges(
            ObjectId<?> on, String column, boolean ofSequence, String grantee, SortedMap<String, Boolean> held) {
        this(on, column, ofSequence, grantee, held, Turn.UNKNOWN);
    }

    /** The same privileges of a role that came then. */
    public Privileges at(Turn other) {
        return new Privileges(on, column, ofSequence, grantee, held, other);
    }

    /** The same privileges of a role which stays where it is among those of that database who hold some, or comes last. */
    public Privileges inTurn(Database database) {
        Optional<Turn> there =
                database.find(id()).filter(old -> !old.held.isEmpty()).map(Privileges::turn);
        return at(there.orElseGet(() -> new Turn(1 + lastTurn(database))));
    }

    private int lastTurn(Database database) {
        return database.owned(on).stream()
                .filter(owned -> owned instanceof Privileges other && isBeside(other))
                .mapToInt(owned -> ((Privileges) owned).turn.number())
                .max()
                .orElse(0);
    }

    private boolean isBeside(Privileges other) {
        return other.column.equals(column) && other.ofSequence == ofSequence;
    }

    /** Those objects with the privileges among them in the order in which their roles came. */
    public static List<SchemaObject> inOrder(List<? extends SchemaObject> objects) {
        Iterator<SchemaObject> privileges = objects.stream()
                .<SchemaObject>map(object -> object)
                .filter(Privileges.class::isInstance)
                .sorted(Comparator.comparingInt(object -> ((Privileges) object).turn.number()))
                .iterator();
        return objects.stream()
                .<SchemaObject>map(object -> object instanceof Privileges ? privileges.next() : object)
                .toList();
    }

    /** No privileges on the sequence of a column. */
    static Privileges noneOfSequence(ObjectId<Table> table, String column, String grantee) {
        return new Privileges(table, column, true, grantee, new TreeMap<>());
    }

    @Override
    public ObjectId<Privileges> id() {
        String part = column.isEmpty() ? "" : (ofSequence ? ", sequence of column " : ", column ") + column;
        String of = on.kind() + part + ", of " + Identifier.of(grantee);
        return new ObjectId<>(Privileges.class, on.name(), on.detail() + " (" + of + ')');
    }

    /** The same privileges and some more. */
    public Privileges granting(Set<String> more, boolean grantable) {
        SortedMap<String, Boolean> all = new TreeMap<>(held);
        more.forEach(privilege -> all.merge(privilege, grantable, Boolean::logicalOr));
        return holding(all);
    }

    /** The same privileges without some. */
    public Privileges revoking(Set<String> some) {
        SortedMap<String, Boolean> rest = new TreeMap<>(held);
        rest.keySet().removeAll(some);
        return holding(rest);
    }

    /** The same privileges, of which the role may grant none. */
    public Privileges notGrantable(Set<String> some) {
        SortedMap<String, Boolean> all = new TreeMap<>(held);
        all.replaceAll((privilege, grantable) -> grantable && !some.contains(privilege));
        return holding(all);
    }

    /** What PostgreSQL grants to a role that is not the owner on a new object. */
    static Privileges initial(SchemaObject on, String grantee) {
        boolean given = grantee.equals(PUBLIC);
        SortedSet<String> privileges = given && on.equals(Schema.PUBLIC)
                ? new TreeSet<>(Set.of("USAGE"))
                : on.grantable().filter(kind -> given).map(Grantable::ofPublic).orElseGet(TreeSet::new);
        return new Privileges(on.id(), "", grantee, new TreeMap<>()).granting(privileges, false);
    }

    /** What PostgreSQL grants on a new object to the same role. */
    public Privileges initial(Database database) {
        if (!column.isEmpty() && !ofSequence) {
            return holding(new TreeMap<>());
        }
        return grantee.equals(OWNER)
                ? holding(new TreeMap<>()).granting(known(database), false)
                : ofSequence ? holding(new TreeMap<>()) : initial(database.get(on), grantee);
    }

    /** All privileges that there are on what they are on. */
    public SortedSet<String> known(Database database) {
        return ofSequence
                ? Grantable.SEQUENCE.all(database.environment())
                : database.get(on)
                        .grantable()
                        .map(kind -> kind.all(database.environment()))
                        .orElseGet(TreeSet::new);
    }

    /** The privileges that a role has, or what PostgreSQL grants to it on a new object. */
    public static Privileges of(ObjectId<?> on, String column, String grantee, Database database) {
        return new Privileges(on, column, grantee, new TreeMap<>()).in(database);
    }

    /** Those that the same role has on the same thing in a database, or what PostgreSQL grants to it on a new one. */
    public Privileges in(Database database) {
        return database.find(id()).orElseGet(() -> initial(database));
    }

    /** Those that another role has on the same thing in a database, or what PostgreSQL grants to it on a new one. */
    public Privileges of(String role, Database database) {
        return new Privileges(on, column, ofSequence, role, held).in(database);
    }

    /** Those of them that there are on the server of that database: a table can be maintained since PostgreSQL 17 only. */
    public Privileges shown(Database database) {
        SortedMap<String, Boolean> shown = new TreeMap<>(held);
        shown.keySet().retainAll(known(database));
        return holding(shown);
    }

    private Privileges holding(SortedMap<String, Boolean> others) {
        return new Privileges(on, column, ofSequence, grantee, others, turn);
    }

    /** Whether this is what PostgreSQL grants on a new object, so that nothing has to be said. */
    public boolean isInitial(Database database) {
        return equals(initial(database));
    }

    @Override
    public Optional<String> columnOfSequence() {
        return Optional.of(column).filter(name -> ofSequence);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Set.of(on));
        required.addAll(column.isEmpty() ? Set.of() : Partition.requiredOn(on, database));
        return required;
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
        if (ofSequence && sequence(database).isEmpty()) {
            throw new RefusedException(
                    id(),
                    "There are no privileges on a sequence of column \"" + column + "\" of " + on
                            + ": it is neither an identity nor serial.");
        }
        if (grantee.equals(OWNER) && !withGrantOption().isEmpty()) {
            throw new RefusedException(
                    id(),
                    "The owner of " + on + " may grant everything to others anyway; grant it without that option.");
        }
    }

    private Optional<QualifiedName> sequence(Database database) {
        return database.get(on) instanceof Table table ? table.column(column).sequence(table.name()) : Optional.empty();
    }

    @Override
    public Privileges following(Rename rename) {
        return new Privileges(
                rename.newId(on).orElse(on),
                rename.followColumn(Partition.columnsOf(on, rename), column),
                ofSequence,
                grantee,
                held,
                turn);
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
        Sql target = ofSequence
                ? Sql.of("sequence {}", sequence(database).orElseThrow())
                : database.get(on).granted();
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
        Sql holder = holder(database);
        statements.addAll(statement("revoke {} on {} from {}", gone, target, holder));
        statements.addAll(statement("revoke grant option for {} on {} from {}", noLongerGrantable, target, holder));
        statements.addAll(onColumnsAgain(gone, noLongerGrantable, database));
        statements.addAll(statement("grant {} on {} to {}", granted, target, holder));
        statements.addAll(statement("grant {} on {} to {} with grant option", grantedOn, target, holder));
        return statements;
    }

    /** What is revoked on a relation PostgreSQL revokes on all of its columns, too, where the role may have it all the same. */
    private List<Statement> onColumnsAgain(Set<String> gone, Set<String> notGrantable, Database database) {
        if (!column.isEmpty() || gone.isEmpty() && notGrantable.isEmpty()) {
            return List.of();
        }
        return database.owned(on).stream()
                .filter(owned ->
                        owned instanceof Privileges other && other.isOnColumn() && other.grantee.equals(grantee))
                .flatMap(owned -> ((Privileges) owned).again(gone, notGrantable, database))
                .toList();
    }

    private boolean isOnColumn() {
        return !column.isEmpty() && !ofSequence;
    }

    private Stream<Statement> again(Set<String> gone, Set<String> notGrantable, Database database) {
        SortedMap<String, Boolean> lost = new TreeMap<>(held);
        lost.entrySet()
                .removeIf(one ->
                        !gone.contains(one.getKey()) && !(one.getValue() && notGrantable.contains(one.getKey())));
        return holding(lost).since(holding(new TreeMap<>()), database).stream();
    }

    private Sql holder(Database database) {
        return grantee.equals(OWNER) ? Ownership.holder(on, database) : role(grantee);
    }

    private Set<String> withGrantOption() {
        return held.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Statement> statement(String template, Set<String> privileges, Sql target, Sql holder) {
        if (privileges.isEmpty()) {
            return List.of();
        }
        Sql names = Sql.join(
                ", ",
                privileges.stream()
                        .map(privilege -> Sql.raw(privilege.toLowerCase(Locale.ROOT)))
                        .map(name -> column.isEmpty() || ofSequence
                                ? name
                                : name.then(Sql.of(" ({})", Identifier.of(column))))
                        .toList());
        return List.of(Statement.of(Sql.of(template, names, target, holder), LockMode.NONE));
    }

    static Sql role(String name) {
        return name.equals(PUBLIC) ? Sql.raw(PUBLIC) : Sql.of("{}", Identifier.of(name));
    }
}

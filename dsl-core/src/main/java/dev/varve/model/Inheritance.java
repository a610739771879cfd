package dev.varve.model;

import static java.util.stream.Collectors.toCollection;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * That a table has the columns and checks of other tables, and its rows are found in those (<a
 * href="https://www.postgresql.org/docs/current/ddl-inherit.html">documentation</a>). The table itself holds all columns and constraints, also
 * those that it inherits.
 *
 * @param parents the tables from which it inherits, in the order in which it came to do so
 * @param givenColumns the columns that it has from its parents alone, and that go when these lose them
 * @param givenConstraints the constraints that it has from its parents alone
 */
public record Inheritance(
        List<ObjectId<Table>> parents, SortedSet<String> givenColumns, SortedSet<String> givenConstraints)
        implements Facet {

    public Inheritance {
        parents = List.copyOf(parents);
        givenColumns = Collections.unmodifiableSortedSet(new TreeSet<>(givenColumns));
        givenConstraints = Collections.unmodifiableSortedSet(new TreeSet<>(givenConstraints));
    }

    /** The inheritance of a table that has everything by itself, too. */
    public static Inheritance from(List<ObjectId<Table>> parents) {
        return new Inheritance(parents, new TreeSet<>(), new TreeSet<>());
    }

    /** The inheritance of a table; from nothing if there is none. */
    public static Inheritance of(Table table) {
        return table.facet(Inheritance.class).orElseGet(() -> from(List.of()));
    }

    /** A table without what it has from its parents alone, as it is declared. */
    public static Table declared(Table table) {
        return table.facet(Inheritance.class).map(facet -> facet.own(table)).orElse(table);
    }

    /** A table as it is made in a database that has its parents, before anything is changed of what it has from these. */
    public static Table made(Table table, Database database) {
        return table.facet(Inheritance.class)
                .map(facet -> facet.plain(table, database))
                .orElse(table);
    }

    Inheritance giving(Collection<String> columns, Collection<String> constraints) {
        return new Inheritance(parents, with(givenColumns, columns), with(givenConstraints, constraints));
    }

    private static SortedSet<String> with(SortedSet<String> before, Collection<String> more) {
        SortedSet<String> all = new TreeSet<>(before);
        all.addAll(more);
        return all;
    }

    Inheritance keeping(Predicate<String> columns, Predicate<String> constraints) {
        return new Inheritance(parents, kept(givenColumns, columns), kept(givenConstraints, constraints));
    }

    private static SortedSet<String> kept(SortedSet<String> before, Predicate<String> wanted) {
        return before.stream().filter(wanted).collect(toCollection(TreeSet::new));
    }

    /** The same from one more table. */
    public Inheritance plus(ObjectId<Table> parent) {
        return new Inheritance(
                Stream.concat(parents.stream(), Stream.of(parent)).toList(), givenColumns, givenConstraints);
    }

    /** The same without a table; what no other one gives becomes the table's own. */
    public Inheritance minus(ObjectId<Table> parent, Database database) {
        List<ObjectId<Table>> rest =
                parents.stream().filter(one -> !one.equals(parent)).toList();
        Inheritance left = new Inheritance(rest, givenColumns, givenConstraints);
        return left.keeping(column -> left.givesColumn(column, database), name -> left.givesConstraint(name, database));
    }

    /** Whether the table inherits from the same tables, in whatever order it came to do so. */
    public boolean isFromSameAs(Inheritance other) {
        return Set.copyOf(parents).equals(Set.copyOf(other.parents));
    }

    /** Whether the table has the same from its parents alone. */
    public boolean givesSameAs(Inheritance other) {
        return givenColumns.equals(other.givenColumns) && givenConstraints.equals(other.givenConstraints);
    }

    /** Whether one of the parents has the column. */
    public boolean givesColumn(String column, Database database) {
        return parents.stream()
                .anyMatch(parent -> database.get(parent).findColumn(column).isPresent());
    }

    boolean givesConstraint(String constraint, Database database) {
        return parents.stream()
                .anyMatch(parent -> Heritage.of(database.get(parent)).hasConstraint(constraint));
    }

    /** The table with everything that its parents give and that it does not have yet, as PostgreSQL creates it. */
    Table complete(Table table, Database database) {
        if (!givenColumns.isEmpty() || !givenConstraints.isEmpty()) {
            return inOrderOf(plain(table, database), table);
        }
        Table whole = table;
        for (ObjectId<Table> parent : reversed()) {
            whole = Heritage.of(database.get(parent)).given(whole);
        }
        return whole;
    }

    /** The columns stand in the order of the parents, and what it has from these alone is said in their words. */
    private Table inOrderOf(Table plain, Table table) {
        Table ordered = table.withFirst(plain.columns().stream()
                .flatMap(column -> table.findColumn(column.name()).stream())
                .toList());
        return ordered.withConstraints(ordered.constraints().values().stream()
                .map(mine -> givenConstraints.contains(mine.name())
                                && plain.constraints().containsKey(mine.name())
                        ? plain.constraints().get(mine.name()).enforcing(mine.enforcement())
                        : mine)
                .toList());
    }

    /** An heir after its parent has changed. */
    static Table followed(Table before, Table after, Table heir, Database database) {
        List<ObjectId<Table>> others = of(heir).parents().stream()
                .filter(parent -> !parent.equals(after.id()))
                .toList();
        Inheritance rest = from(others);
        return Heritage.of(after)
                .followed(
                        Heritage.of(before),
                        heir,
                        column -> rest.givesColumn(column, database),
                        name -> rest.givesConstraint(name, database));
    }

    /** PostgreSQL puts the columns of the first parent first. */
    private List<ObjectId<Table>> reversed() {
        List<ObjectId<Table>> reversed = new ArrayList<>(parents);
        Collections.reverse(reversed);
        return reversed;
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Inheritance following(ObjectId<?> table, Rename rename) {
        UnaryOperator<String> constraint = name -> rename instanceof Rename.OfConstraint of
                        && of.table().equals(table)
                        && of.from().equals(name)
                ? of.to()
                : name;
        return new Inheritance(
                parents.stream().map(rename::follow).toList(),
                givenColumns.stream()
                        .map(column -> rename.followColumn(table, column))
                        .collect(toCollection(TreeSet::new)),
                givenConstraints.stream().map(constraint).collect(toCollection(TreeSet::new)));
    }

    @Override
    public Optional<TablePart> part(Table table, Database database) {
        List<Sql> names =
                parents.stream().map(parent -> Sql.of("{}", parent.name())).toList();
        return Optional.of(new TablePart(TablePart.Place.PARENTS, Sql.of("inherits ({})", Sql.join(", ", names))));
    }

    /** What the table says of inherited columns that its parents do not say. */
    @Override
    public List<Statement> creation(Table table, Database database) {
        Table plain = plain(table, database);
        return givenColumns.stream()
                .flatMap(name -> changes(plain.column(name), table.column(name)))
                .map(change -> Statement.of(Sql.of("alter {} {}", table.address(), change), LockMode.NONE))
                .toList();
    }

    private Table plain(Table table, Database database) {
        return from(parents).complete(own(table), database);
    }

    private Table own(Table table) {
        Table own = table.withOnly(column -> !givenColumns.contains(column), name -> !givenConstraints.contains(name));
        return own.withColumns(own.columns().stream()
                        .map(column -> isNotNullByParent(column, table) ? column.notNull(false) : column)
                        .toList())
                .with(from(parents));
    }

    /** Said again of the heir, it would be a constraint of the heir's own, under a name that PostgreSQL chooses. */
    private boolean isNotNullByParent(Column column, Table table) {
        return table.notNullConstraint(column.name())
                .filter(constraint -> givenConstraints.contains(constraint.name()))
                .isPresent();
    }

    private static Stream<Sql> changes(Column from, Column to) {
        List<Sql> changes = new ArrayList<>();
        Sql column = Sql.of("alter column {} ", Identifier.of(to.name()));
        if (!from.value().equals(to.value())) {
            Sql value = to.value().map(v -> Sql.of("set {}", v.clause())).orElseGet(() -> Sql.raw("drop default"));
            changes.add(column.then(value));
        }
        if (to.notNull() && !from.notNull()) {
            changes.add(column.then(Sql.raw("set not null")));
        }
        return changes.stream();
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        Inheritance old = from.map(Inheritance.class::cast).orElseGet(() -> from(List.of()));
        if (isFromSameAs(old) && !givesSameAs(old)) {
            throw refused(table.id(), old);
        }
        return Stream.concat(
                        old.parents.stream()
                                .filter(parent -> !parents.contains(parent))
                                .map(parent -> link(table.id(), "no inherit", parent)),
                        parents.stream()
                                .filter(parent -> !old.parents.contains(parent))
                                .map(parent -> link(table.id(), "inherit", parent)))
                .toList();
    }

    private RefusedException refused(ObjectId<Table> table, Inheritance old) {
        SortedSet<String> own = with(givenColumns, givenConstraints);
        own.removeAll(with(old.givenColumns, old.givenConstraints));
        return new RefusedException(
                table,
                own.isEmpty()
                        ? "The " + table + " cannot have by itself, too, only some of what it has from " + parents
                                + " alone. Let it inherit no more and inherit again, which makes all of it its own."
                        : "The " + table + " has " + own + " by itself, too, and is to have it from " + parents
                                + " alone, which PostgreSQL does only when it creates a table. Declare it in the table, too, or drop the"
                                + " table and create it again.");
    }

    @Override
    public List<Statement> removal(Table table, Database database) {
        return parents.stream()
                .map(parent -> link(table.id(), "no inherit", parent))
                .toList();
    }

    /** The statement that lets a table {@code inherit} or {@code no inherit} from another. */
    public static Statement link(ObjectId<Table> table, String words, ObjectId<Table> parent) {
        return Statement.of(
                Sql.of("alter table {} {} {}", table.name(), Sql.raw(words), parent.name()), LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.copyOf(parents);
    }

    @Override
    public void check(Table table, Database database) {
        if (parents.isEmpty() || new HashSet<>(parents).size() < parents.size()) {
            throw new RefusedException(
                    table.id(), "The " + table.id() + " inherits from nothing, or twice from the same: " + parents);
        }
        if (table.facet(Partitioning.class).isPresent()
                || table.facet(RowType.class).isPresent()) {
            throw new RefusedException(
                    table.id(), "The " + table.id() + " is partitioned or of a type and cannot inherit from another.");
        }
        for (ObjectId<Table> parent : parents) {
            refuseCircle(table, parent, database);
            Heritage.of(database.get(parent)).check(table);
        }
        table.columns().forEach(column -> checkStorage(table, column.name(), database));
    }

    /** Where parents keep the values of a column otherwise PostgreSQL could not create the table, nor restore its dump. */
    private void checkStorage(Table table, String column, Database database) {
        List<Optional<String>> storages = parents.stream()
                .flatMap(parent -> database.get(parent).findColumn(column).stream())
                .map(inherited -> inherited.property(ColumnProperty.STORAGE))
                .distinct()
                .toList();
        if (storages.size() > 1) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + column + "\" of " + table.id() + " is inherited from " + parents
                            + ", which do not all store it alike,"
                            + " and PostgreSQL creates no table that inherits such columns. Give it the same storage in all of them.");
        }
    }

    private static void refuseCircle(Table table, ObjectId<Table> ancestor, Database database) {
        if (ancestor.equals(table.id())) {
            throw new RefusedException(table.id(), "The " + table.id() + " would inherit from itself.");
        }
        of(database.get(ancestor)).parents().forEach(parent -> refuseCircle(table, parent, database));
    }
}

package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rule that every row of a table keeps. */
public sealed interface Constraint {

    /** The name, which no other constraint of the table has. */
    String name();

    /** The columns that the constraint names, outside of expressions. */
    Stream<String> columns();

    /** The expressions over the columns of the table that it holds. */
    default Stream<Expression> expressions() {
        return Stream.empty();
    }

    /** Whether the constraint leans on that column. */
    default boolean uses(String column) {
        return columns().anyMatch(column::equals) || computesWith(column);
    }

    /** Whether the constraint has an expression over that column. */
    default boolean computesWith(String column) {
        return expressions().anyMatch(expression -> expression.bareNames().contains(column));
    }

    /** The columns that are never null because of it. */
    default List<String> notNull() {
        return List.of();
    }

    /** The definition without its name. */
    Sql definition();

    /** Whether PostgreSQL keeps an index of the same name for it. */
    default boolean hasIndex() {
        return false;
    }

    /** For which rows it is seen to. */
    default Enforcement enforcement() {
        return Enforcement.ENFORCED;
    }

    /** When it is checked. */
    default Deferral deferral() {
        return Deferral.NOT_DEFERRABLE;
    }

    /** Whether tables that inherit from this one have it too. */
    default boolean inherited() {
        return false;
    }

    /**
     * The same constraint, seen to for other rows.
     *
     * @throws IllegalArgumentException if it is of a kind that always is
     */
    default Constraint enforcing(Enforcement other) {
        throw cannot("is always enforced; a check, a foreign key or a not-null constraint can be not valid");
    }

    /**
     * The same constraint, checked at another time.
     *
     * @throws IllegalArgumentException if it is of a kind that is checked at once
     */
    default Constraint deferring(Deferral other) {
        throw cannot("cannot be deferred; a key, a foreign key or an exclusion can");
    }

    /**
     * The same constraint, which tables that inherit from this one have too or not.
     *
     * @throws IllegalArgumentException if it is of a kind that is never inherited
     */
    default Constraint inheriting(boolean inherited) {
        throw cannot("is never inherited; a check or a not-null constraint can be");
    }

    private IllegalArgumentException cannot(String why) {
        return new IllegalArgumentException("Constraint \"" + name() + "\" " + why + '.');
    }

    /** The same constraint under another name. */
    Constraint named(String other);

    /** This constraint of a table after a rename. */
    Constraint following(ObjectId<?> table, Rename rename);

    /** What must exist before this constraint can. */
    default Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        expressions().forEach(expression -> mentioned.addAll(expression.qualifiedNames()));
        return database.named(mentioned);
    }

    /**
     * Looks for what PostgreSQL would refuse about this constraint of a table in that database.
     *
     * @throws RefusedException if there is something
     */
    default void check(Table table, Database database) {
        Stream<String> computed = expressions()
                .flatMap(expression -> expression.columns().stream())
                .filter(column -> !column.equals(table.name().name())); // the whole row is called as the table
        Stream.concat(columns(), computed).forEach(table::column);
        if (hasIndex() && name().equals(table.name().name())) {
            throw refused(this, table, "has an index, which cannot be called as the table is. Choose another name");
        }
        if (enforcement() == Enforcement.NOT_ENFORCED) {
            needs18(this, table, database, "not enforced");
        }
    }

    private static void needs18(Constraint constraint, Table table, Database database, String feature) {
        if (!database.environment().atLeast(18)) {
            throw refused(
                    constraint,
                    table,
                    "is " + feature + ", which PostgreSQL has from version 18 on; the server has version "
                            + database.environment().major() + ". Leave that out, or upgrade the server");
        }
    }

    private static RefusedException refused(Constraint constraint, Table table, String why) {
        return new RefusedException(
                table.id(), "Constraint \"" + constraint.name() + "\" of " + table.id() + ' ' + why + '.');
    }

    /** The definition with its name, as {@code create table} and {@code add constraint} take it. */
    default Sql clause() {
        return Sql.of("constraint {} {}", Identifier.of(name()), definition());
    }

    /** The statement that adds it to a table. */
    default Statement addition(ObjectId<Table> table) {
        Sql sql = Sql.of("alter table {} add {}", table.name(), clause());
        if (hasIndex()) {
            return Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.BUILDS_INDEX);
        }
        return enforcement() == Enforcement.ENFORCED
                ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.SCANS_TABLE)
                : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE);
    }

    /** Columns whose values no two rows share. */
    sealed interface Key extends Constraint {

        /** The columns, and what else is in the index. */
        KeyColumns key();

        /** The same constraint over other columns. */
        Key over(KeyColumns other);

        @Override
        Key deferring(Deferral other);

        @Override
        default Stream<String> columns() {
            return key().all();
        }

        @Override
        default boolean hasIndex() {
            return true;
        }

        @Override
        default Key following(ObjectId<?> table, Rename rename) {
            return over(key().following(table, rename));
        }

        @Override
        default void check(Table table, Database database) {
            Constraint.super.check(table, database);
            if (Set.copyOf(key().columns()).size() < key().columns().size()) {
                throw refused(this, table, "names a column twice: " + key().sql());
            }
            if (key().withoutOverlaps()) {
                needs18(this, table, database, "without overlaps");
            }
            if (key().withoutOverlaps() && key().columns().size() < 2) {
                throw refused(this, table, "is without overlaps and needs a column beside the range: " + key().sql());
            }
        }

        /** Whether a foreign key can reference these columns because of it. */
        default boolean canBe(Referenced wanted) {
            return deferral() == Deferral.NOT_DEFERRABLE
                    && key().withoutOverlaps() == wanted.period()
                    && Set.copyOf(key().columns()).equals(Set.copyOf(wanted.columns()));
        }
    }

    /** The columns that name a row. */
    record PrimaryKey(String name, KeyColumns key, Deferral deferral) implements Key {

        /** A primary key of columns and nothing else. */
        public PrimaryKey(String name, List<String> columns) {
            this(name, KeyColumns.of(columns), Deferral.NOT_DEFERRABLE);
        }

        @Override
        public List<String> notNull() {
            return key.columns();
        }

        @Override
        public Sql definition() {
            return Sql.of("primary key {}{}", key, Sql.raw(deferral.clause()));
        }

        @Override
        public PrimaryKey named(String other) {
            return new PrimaryKey(other, key, deferral);
        }

        @Override
        public PrimaryKey over(KeyColumns other) {
            return new PrimaryKey(name, other, deferral);
        }

        @Override
        public PrimaryKey deferring(Deferral other) {
            return new PrimaryKey(name, key, other);
        }
    }

    /**
     * Columns whose values no two rows share.
     *
     * @param nullsNotDistinct whether null is a value as any other, which two rows cannot share
     */
    record Unique(String name, KeyColumns key, boolean nullsNotDistinct, Deferral deferral) implements Key {

        /** A unique constraint over columns and nothing else. */
        public Unique(String name, List<String> columns) {
            this(name, KeyColumns.of(columns), false, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public Sql definition() {
            String words = nullsNotDistinct ? "unique nulls not distinct {}{}" : "unique {}{}";
            return Sql.of(words, key, Sql.raw(deferral.clause()));
        }

        @Override
        public Unique named(String other) {
            return new Unique(other, key, nullsNotDistinct, deferral);
        }

        @Override
        public Unique over(KeyColumns other) {
            return new Unique(name, other, nullsNotDistinct, deferral);
        }

        /** The same constraint, to which null is a value as any other. */
        public Unique withNullsNotDistinct() {
            return new Unique(name, key, true, deferral);
        }

        @Override
        public Unique deferring(Deferral other) {
            return new Unique(name, key, nullsNotDistinct, other);
        }
    }

    /**
     * A condition on the values of one row.
     *
     * @param inherited whether tables that inherit from this one have it too
     */
    record Check(String name, Expression condition, boolean inherited, Enforcement enforcement) implements Constraint {

        /** A condition on all rows of the table and its heirs. */
        public Check(String name, Expression condition) {
            this(name, condition, true, Enforcement.ENFORCED);
        }

        @Override
        public Stream<String> columns() {
            return Stream.empty();
        }

        @Override
        public Stream<Expression> expressions() {
            return Stream.of(condition);
        }

        @Override
        public Sql definition() {
            String words = inherited ? "check ({}){}" : "check ({}) no inherit{}";
            return Sql.of(words, condition, Sql.raw(enforcement.clause()));
        }

        @Override
        public Check named(String other) {
            return new Check(other, condition, inherited, enforcement);
        }

        @Override
        public Check enforcing(Enforcement other) {
            return new Check(name, condition, inherited, other);
        }

        @Override
        public Check inheriting(boolean other) {
            return new Check(name, condition, other, enforcement);
        }

        @Override
        public Check following(ObjectId<?> table, Rename rename) {
            return new Check(name, rename.follow(table, condition), inherited, enforcement);
        }
    }

    /** Columns whose values are a key of another table's row. */
    record ForeignKey(
            String name,
            List<String> from,
            Referenced referenced,
            Reactions reactions,
            Deferral deferral,
            Enforcement enforcement)
            implements Constraint {

        public ForeignKey {
            from = List.copyOf(from);
        }

        /** A foreign key of which nothing else is said. */
        public ForeignKey(String name, List<String> from, Referenced referenced) {
            this(name, from, referenced, Reactions.NONE, Deferral.NOT_DEFERRABLE, Enforcement.ENFORCED);
        }

        /** The table that is referenced. */
        public ObjectId<Table> target() {
            return referenced.table();
        }

        /** The columns that are referenced. */
        public List<String> targetColumns() {
            return referenced.columns();
        }

        @Override
        public Stream<String> columns() {
            return from.stream();
        }

        @Override
        public Sql definition() {
            return referenced
                    .clause(from)
                    .then(reactions.clause())
                    .then(Sql.raw(deferral.clause() + enforcement.clause()));
        }

        @Override
        public ForeignKey named(String other) {
            return new ForeignKey(other, from, referenced, reactions, deferral, enforcement);
        }

        /** The same key of other columns. */
        public ForeignKey from(List<String> columns) {
            return new ForeignKey(name, columns, referenced, reactions, deferral, enforcement);
        }

        /** The same key, referencing something else or in another way. */
        public ForeignKey referencing(Referenced other) {
            return new ForeignKey(name, from, other, reactions, deferral, enforcement);
        }

        /** The same key with another action when the referenced row is deleted, on some columns or on all if there are none. */
        public ForeignKey onDelete(ReferentialAction action, String... columns) {
            return reacting(reactions.onDelete(action, List.of(columns)));
        }

        /** The same key with another action when the referenced key changes. */
        public ForeignKey onUpdate(ReferentialAction action) {
            return reacting(reactions.onUpdate(action));
        }

        private ForeignKey reacting(Reactions others) {
            return new ForeignKey(name, from, referenced, others, deferral, enforcement);
        }

        @Override
        public ForeignKey deferring(Deferral other) {
            return new ForeignKey(name, from, referenced, reactions, other, enforcement);
        }

        @Override
        public ForeignKey enforcing(Enforcement other) {
            return new ForeignKey(name, from, referenced, reactions, deferral, other);
        }

        @Override
        public ForeignKey following(ObjectId<?> table, Rename rename) {
            return new ForeignKey(
                    name,
                    rename.followColumns(table, from),
                    referenced.following(rename),
                    reactions.following(table, rename),
                    deferral,
                    enforcement);
        }

        @Override
        public Statement addition(ObjectId<Table> table) {
            Sql sql = Sql.of("alter table {} add {}", table.name(), clause());
            LockMode lock = LockMode.SHARE_ROW_EXCLUSIVE;
            return enforcement == Enforcement.ENFORCED
                    ? Statement.of(sql, lock, Hazard.SCANS_TABLE, Hazard.LOCKS_OTHER_TABLE)
                    : Statement.of(sql, lock, Hazard.LOCKS_OTHER_TABLE);
        }

        @Override
        public Set<ObjectId<?>> requires(Database database) {
            return Set.of(target());
        }

        @Override
        public void check(Table table, Database database) {
            Constraint.super.check(table, database);
            if (referenced.period()) {
                needs18(this, table, database, "over a period");
            }
            if (referenced.period() && !reactions.equals(Reactions.NONE)) {
                throw refused(this, table, "is over a period and can have no action; PostgreSQL refuses that");
            }
            if (!from.containsAll(reactions.cleared())) {
                throw refused(this, table, "sets " + reactions.cleared() + " on delete, but is of " + from + " only");
            }
            checkTarget(table, target().equals(table.id()) ? table : database.get(target()), database);
        }

        private void checkTarget(Table table, Table target, Database database) {
            targetColumns().forEach(target::column);
            target.facets().values().forEach(facet -> facet.checkReference(target, table, this, database));
            if (from.size() != targetColumns().size()) {
                throw refused(
                        this,
                        table,
                        "is of " + from + ", and references " + targetColumns() + ", which are not as many");
            }
            if (!target.hasKey(referenced, database)) {
                throw new RefusedException(
                        table.id(),
                        "Foreign key \"" + name + "\" of " + table.id() + " references " + targetColumns() + " of "
                                + target.id() + ", which is neither its primary key nor unique there"
                                + (referenced.period() ? " without overlaps" : "")
                                + ". Reference a key, or make these columns unique first.");
            }
        }
    }

    /**
     * Elements of which at least one differs between any two rows, each compared by an operator of its own.
     *
     * @param method the access method of its index, such as {@code gist}
     * @param included columns that its index holds without their being compared
     * @param where the condition of the rows that are compared; all rows if empty
     */
    record Exclusion(
            String name,
            String method,
            List<Excluded> elements,
            List<String> included,
            Optional<Expression> where,
            Deferral deferral)
            implements Constraint {

        public Exclusion {
            elements = List.copyOf(elements);
            included = List.copyOf(included);
        }

        /** An exclusion of all rows that is checked at once. */
        public Exclusion(String name, String method, List<Excluded> elements) {
            this(name, method, elements, List.of(), Optional.empty(), Deferral.NOT_DEFERRABLE);
        }

        @Override
        public Stream<String> columns() {
            Stream<String> keys = elements.stream()
                    .map(Excluded::key)
                    .filter(IndexKey::column)
                    .flatMap(key -> key.expression().bareNames().stream());
            return Stream.concat(keys, included.stream());
        }

        @Override
        public Stream<Expression> expressions() {
            Stream<Expression> keys = elements.stream()
                    .map(Excluded::key)
                    .filter(key -> !key.column())
                    .map(IndexKey::expression);
            return Stream.concat(keys, where.stream());
        }

        @Override
        public boolean hasIndex() {
            return true;
        }

        @Override
        public Sql definition() {
            Sql head = Sql.of("exclude using {} ({})", Identifier.of(method), Sql.join(", ", elements));
            Sql covering = included.isEmpty() ? head : head.then(Sql.of(" include ({})", Sql.names(included)));
            return where.map(condition -> covering.then(Sql.of(" where ({})", condition)))
                    .orElse(covering)
                    .then(Sql.raw(deferral.clause()));
        }

        @Override
        public Exclusion named(String other) {
            return new Exclusion(other, method, elements, included, where, deferral);
        }

        /** The same exclusion with other columns in its index. */
        public Exclusion including(List<String> others) {
            return new Exclusion(name, method, elements, others, where, deferral);
        }

        /** The same exclusion of the rows that meet a condition. */
        public Exclusion where(Expression condition) {
            return new Exclusion(name, method, elements, included, Optional.of(condition), deferral);
        }

        @Override
        public Exclusion deferring(Deferral other) {
            return new Exclusion(name, method, elements, included, where, other);
        }

        @Override
        public Exclusion following(ObjectId<?> table, Rename rename) {
            return new Exclusion(
                    name,
                    method,
                    elements.stream()
                            .map(element -> element.following(table, rename))
                            .toList(),
                    rename.followColumns(table, included),
                    where.map(condition -> rename.follow(table, condition)),
                    deferral);
        }

        @Override
        public Set<ObjectId<?>> requires(Database database) {
            Set<ObjectId<?>> required = new HashSet<>(Constraint.super.requires(database));
            for (Excluded element : elements) {
                required.addAll(element.operator().requires(database));
                required.addAll(element.key().requiredSchemas());
                required.addAll(database.named(element.key().qualifiedNames()));
            }
            return required;
        }
    }

    /**
     * A column that is not null, under a name that somebody chose; PostgreSQL has this from version 18 on.
     *
     * <p>There PostgreSQL gives every column that is not null such a constraint, and names it itself if nobody does. A name that ends in
     * {@code _not_null}, or in that and a number, is taken for its own: such a constraint is no part of the state, in which {@link
     * Column#notNull} says all there is to say.
     *
     * @param inherited whether tables that inherit from this one have it too
     */
    record NotNull(String name, String column, boolean inherited, Enforcement enforcement) implements Constraint {

        private static final Pattern NAME_OF_POSTGRESQL = Pattern.compile(".*_not_null\\d*", Pattern.DOTALL);

        /** A not-null constraint on all rows of the table and its heirs. */
        public NotNull(String name, String column) {
            this(name, column, true, Enforcement.ENFORCED);
        }

        @Override
        public Stream<String> columns() {
            return Stream.of(column);
        }

        @Override
        public List<String> notNull() {
            return List.of(column);
        }

        @Override
        public Sql definition() {
            String words = inherited ? "not null {}{}" : "not null {} no inherit{}";
            return Sql.of(words, Identifier.of(column), Sql.raw(enforcement.clause()));
        }

        @Override
        public NotNull named(String other) {
            return new NotNull(other, column, inherited, enforcement);
        }

        @Override
        public NotNull enforcing(Enforcement other) {
            return new NotNull(name, column, inherited, other);
        }

        @Override
        public NotNull inheriting(boolean other) {
            return new NotNull(name, column, other, enforcement);
        }

        @Override
        public NotNull following(ObjectId<?> table, Rename rename) {
            return new NotNull(name, rename.followColumn(table, column), inherited, enforcement);
        }

        @Override
        public void check(Table table, Database database) {
            needs18(this, table, database, "a not-null constraint with a name");
            if (enforcement == Enforcement.NOT_ENFORCED) {
                throw refused(this, table, "is a not-null constraint, which is always enforced");
            }
            if (NAME_OF_POSTGRESQL.matcher(name).matches()) {
                throw refused(
                        this,
                        table,
                        "has a name as PostgreSQL itself gives it. Leave out the name, or choose another one");
            }
            Constraint.super.check(table, database);
            checkOthers(table);
        }

        private void checkOthers(Table table) {
            boolean plain = inherited && enforcement == Enforcement.ENFORCED;
            for (Constraint other : table.constraints().values()) {
                boolean second = other instanceof NotNull && !other.name().equals(name);
                if (other.notNull().contains(column) && (second || other instanceof PrimaryKey && !plain)) {
                    throw refused(
                            this,
                            table,
                            "makes \"" + column + "\" not null, as constraint \"" + other.name() + "\" does");
                }
            }
            if (!plain
                    && table.column(column)
                            .value()
                            .filter(ColumnValue.Identity.class::isInstance)
                            .isPresent()) {
                throw refused(this, table, "makes the identity \"" + column + "\" not null, which it is anyway");
            }
        }
    }
}

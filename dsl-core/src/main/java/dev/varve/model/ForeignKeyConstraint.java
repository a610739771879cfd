package dev.varve.model;

import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Columns whose values are a key of another table's row. */
public record ForeignKeyConstraint(
        String name,
        List<String> from,
        Referenced referenced,
        Reactions reactions,
        Deferral deferral,
        Enforcement enforcement)
        implements Constraint {

    public ForeignKeyConstraint {
        from = List.copyOf(from);
    }

    /** A foreign key of which nothing else is said. */
    public ForeignKeyConstraint(String name, List<String> from, Referenced referenced) {
        this(name, from, referenced, Reactions.NONE, Deferral.NOT_DEFERRABLE, Enforcement.ENFORCED);
    }

    /** The table or the partition that is referenced. */
    public ObjectId<?> target() {
        return referenced.relation();
    }

    /** Whether the rows of that relation, or some of them, are referenced. */
    public boolean references(ObjectId<?> relation, Database database) {
        return target().equals(relation)
                || database.find(target())
                        .filter(Partition.class::isInstance)
                        .filter(partition -> partition.requires(database).contains(relation))
                        .isPresent();
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
        return referenced.clause(from).then(reactions.clause()).then(Sql.raw(deferral.clause() + enforcement.clause()));
    }

    @Override
    public ForeignKeyConstraint named(String other) {
        return new ForeignKeyConstraint(other, from, referenced, reactions, deferral, enforcement);
    }

    /** The same key of other columns. */
    public ForeignKeyConstraint from(List<String> columns) {
        return new ForeignKeyConstraint(name, columns, referenced, reactions, deferral, enforcement);
    }

    /** The same key, referencing something else or in another way. */
    public ForeignKeyConstraint referencing(Referenced other) {
        return new ForeignKeyConstraint(name, from, other, reactions, deferral, enforcement);
    }

    /** The same key with another action when the referenced row is deleted, on some columns or on all if there are none. */
    public ForeignKeyConstraint onDelete(ReferentialAction action, String... columns) {
        return reacting(reactions.onDelete(action, List.of(columns)));
    }

    /** The same key with another action when the referenced key changes. */
    public ForeignKeyConstraint onUpdate(ReferentialAction action) {
        return reacting(reactions.onUpdate(action));
    }

    private ForeignKeyConstraint reacting(Reactions others) {
        return new ForeignKeyConstraint(name, from, referenced, others, deferral, enforcement);
    }

    @Override
    public ForeignKeyConstraint deferring(Deferral other) {
        return new ForeignKeyConstraint(name, from, referenced, reactions, other, enforcement);
    }

    @Override
    public ForeignKeyConstraint enforcing(Enforcement other) {
        return new ForeignKeyConstraint(name, from, referenced, reactions, deferral, other);
    }

    @Override
    public ForeignKeyConstraint following(ObjectId<?> table, Rename rename) {
        return new ForeignKeyConstraint(
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
        Set<ObjectId<?>> required = new HashSet<>(Partition.requiredOn(target(), database));
        required.add(target());
        return required;
    }

    @Override
    public void check(Table table, Database database) {
        Constraint.super.check(table, database);
        if (!target().equals(table.id()) && references(table.id(), database)) {
            throw new ConstraintRefusal(this, table)
                    .because("references a part of its own table; PostgreSQL refuses that. Reference the table");
        }
        if (referenced.period()) {
            new ConstraintRefusal(this, table).before18(database, "over a period");
        }
        if (referenced.period() && !reactions.equals(Reactions.NONE)) {
            throw new ConstraintRefusal(this, table)
                    .because("is over a period and can have no action; PostgreSQL refuses that");
        }
        if (!from.containsAll(reactions.cleared())) {
            throw new ConstraintRefusal(this, table)
                    .because("sets " + reactions.cleared() + " on delete, but is of " + from + " only");
        }
        from.stream().map(table::column).filter(Column::isGenerated).forEach(column -> {
            if (reactions.changesColumns()) {
                throw new ConstraintRefusal(this, table)
                        .because("would have to change column \"" + column.name()
                                + "\", which is computed. Leave out its action");
            }
        });
        checkTarget(table, target().equals(table.id()) ? table : Partition.asTable(target(), database), database);
    }

    private void checkTarget(Table table, Table target, Database database) {
        targetColumns().forEach(target::column);
        target.facets().values().forEach(facet -> facet.checkReference(target, table, this, database));
        if (from.size() != targetColumns().size()) {
            throw new ConstraintRefusal(this, table)
                    .because("is of " + from + ", and references " + targetColumns() + ", which are not as many");
        }
        for (int i = 0; i < from.size(); i++) {
            checkTypes(
                    table,
                    table.column(from.get(i)),
                    target.column(targetColumns().get(i)));
        }
        if (!new TableReferences(target, database).hasKey(referenced)) {
            throw new RefusedException(
                    table.id(),
                    "Foreign key \"" + name + "\" of " + table.id() + " references " + targetColumns() + " of "
                            + target.id() + ", which is neither its primary key nor unique there"
                            + (referenced.period() ? " without overlaps" : "")
                            + ". Reference a key, or make these columns unique first.");
        }
    }

    /** Whether a column of a table, once it is like that, is not compared any more with what this key of another table pairs it with. */
    boolean isBrokenBy(Table changed, Column next, Table of, Database database) {
        boolean isOwn = of.id().equals(changed.id());
        boolean isKey = references(changed.id(), database);
        if (!isOwn && !isKey) {
            return false;
        }
        Table target = target().equals(of.id()) ? of : Partition.asTable(target(), database);
        for (int i = 0; i < from.size(); i++) {
            boolean isFrom = isOwn && from.get(i).equals(next.name());
            boolean isTo = isKey && targetColumns().get(i).equals(next.name());
            Column column = isFrom ? next : of.column(from.get(i));
            Column key = isTo ? next : target.column(targetColumns().get(i));
            if ((isFrom || isTo) && !column.type().canReference(key.type())) {
                return true;
            }
        }
        return false;
    }

    private void checkTypes(Table table, Column column, Column key) {
        if (!column.type().canReference(key.type())) {
            throw new ConstraintRefusal(this, table)
                    .because("is of column \"" + column.name() + "\", which is " + column.type() + ", and references \""
                            + key.name() + "\", which is " + key.type()
                            + "; PostgreSQL does not compare these. Give both the same type");
        }
    }
}

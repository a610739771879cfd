package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A column that is not null, under a name that somebody chose; PostgreSQL has this from version 18 on.
 *
 * <p>There PostgreSQL gives every column that is not null such a constraint, and names it itself if nobody does. A name that ends in
 * {@code _not_null}, or in that and a number, is taken for its own: such a constraint is no part of the state, in which {@link
 * Column#notNull} says all there is to say.
 *
 * @param inherited whether tables that inherit from this one have it too
 */
public record NotNullConstraint(String name, String column, boolean inherited, Enforcement enforcement)
        implements Constraint {

    private static final Pattern NAME_OF_POSTGRESQL = Pattern.compile(".*_not_null\\d*", Pattern.DOTALL);

    /** A not-null constraint on all rows of the table and its heirs. */
    public NotNullConstraint(String name, String column) {
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
    public NotNullConstraint named(String other) {
        return new NotNullConstraint(other, column, inherited, enforcement);
    }

    @Override
    public NotNullConstraint enforcing(Enforcement other) {
        return new NotNullConstraint(name, column, inherited, other);
    }

    @Override
    public NotNullConstraint inheriting(boolean other) {
        return new NotNullConstraint(name, column, other, enforcement);
    }

    @Override
    public NotNullConstraint following(ObjectId<?> table, Rename rename) {
        return new NotNullConstraint(name, rename.followColumn(table, column), inherited, enforcement);
    }

    @Override
    public void check(Table table, Database database) {
        new ConstraintRefusal(this, table).before18(database, "a not-null constraint with a name");
        if (enforcement == Enforcement.NOT_ENFORCED) {
            throw new ConstraintRefusal(this, table).because("is a not-null constraint, which is always enforced");
        }
        if (NAME_OF_POSTGRESQL.matcher(name).matches()) {
            throw new ConstraintRefusal(this, table)
                    .because("has a name as PostgreSQL itself gives it. Leave out the name, or choose another one");
        }
        Constraint.super.check(table, database);
        checkOthers(table);
    }

    private void checkOthers(Table table) {
        boolean plain = inherited && enforcement == Enforcement.ENFORCED;
        for (Constraint other : table.constraints().values()) {
            boolean second = other instanceof NotNullConstraint && !other.name().equals(name);
            if (other.notNull().contains(column) && (second || other instanceof PrimaryKeyConstraint && !plain)) {
                throw new ConstraintRefusal(this, table)
                        .because("makes \"" + column + "\" not null, as constraint \"" + other.name() + "\" does");
            }
        }
        if (!plain
                && table.column(column)
                        .value()
                        .filter(ColumnValue.Identity.class::isInstance)
                        .isPresent()) {
            throw new ConstraintRefusal(this, table)
                    .because("makes the identity \"" + column + "\" not null, which it is anyway");
        }
    }
}

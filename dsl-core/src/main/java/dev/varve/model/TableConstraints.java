package dev.varve.model;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The constraints of a table by their names: how one is found, added, changed and taken away. */
record TableConstraints(Table table) {

    /**
     * The constraint of that name.
     *
     * @throws RefusedException if there is none
     */
    Constraint get(String name) {
        Map<String, Constraint> constraints = table.constraints();
        return Optional.ofNullable(constraints.get(name))
                .orElseThrow(() -> new RefusedException(
                        table.id(),
                        "There is no constraint \"" + name + "\" on " + table.id() + "."
                                + Suggestion.of(name, constraints.keySet())));
    }

    /** The not-null constraint of a column that somebody named, if there is one. */
    Optional<NotNullConstraint> notNull(String column) {
        return ofType(NotNullConstraint.class)
                .filter(constraint -> constraint.column().equals(column))
                .findFirst();
    }

    Stream<ForeignKeyConstraint> foreignKeys() {
        return ofType(ForeignKeyConstraint.class);
    }

    /**
     * The table with one more constraint.
     *
     * @throws RefusedException if there is one of that name
     */
    Table plus(Constraint constraint) {
        refuseTaken(constraint.name());
        return table.withConstraints(Stream.concat(all(), Stream.of(constraint)).toList());
    }

    /** The table without a constraint; a column that was not null only because of it may be null. */
    Table minus(String name) {
        Constraint removed = get(name);
        Table rest = table.withConstraints(
                all().filter(constraint -> !constraint.name().equals(name)).toList());
        return removed instanceof NotNullConstraint rule
                ? rest.alter(rule.column(), column -> column.notNull(false))
                : rest;
    }

    /** The table with a constraint changed, in the same place. */
    Table altering(String name, UnaryOperator<Constraint> change) {
        Constraint changed = change.apply(get(name));
        return table.withConstraints(all().map(constraint -> constraint.name().equals(name) ? changed : constraint)
                .toList());
    }

    /**
     * The table with a constraint called otherwise.
     *
     * @throws RefusedException if there is one of that name
     */
    Table renaming(String from, String to) {
        get(from);
        refuseTaken(to);
        return altering(from, constraint -> constraint.named(to));
    }

    private void refuseTaken(String name) {
        if (table.constraints().containsKey(name)) {
            throw new RefusedException(table.id(), "Constraint \"" + name + "\" already exists on " + table.id() + ".");
        }
    }

    private <C extends Constraint> Stream<C> ofType(Class<C> type) {
        return all().filter(type::isInstance).map(type::cast);
    }

    private Stream<Constraint> all() {
        return table.constraints().values().stream();
    }
}

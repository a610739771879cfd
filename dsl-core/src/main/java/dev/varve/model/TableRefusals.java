package dev.varve.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What PostgreSQL would refuse about a table in a database. */
record TableRefusals(Table table, Database database) {

    /**
     * Looks for it.
     *
     * @throws RefusedException if there is something
     */
    void check() {
        refuseSameNames();
        refuseTwoPrimaryKeys();
        table.columns().forEach(column -> column.check(table.id(), database));
        table.columns().stream().filter(Column::isVirtual).forEach(this::refuseKeys);
        table.columns().forEach(this::refuseComputedFromComputed);
        table.constraints().values().forEach(constraint -> constraint.check(table, database));
        table.facets().values().forEach(facet -> facet.check(table, database));
    }

    private void refuseSameNames() {
        Set<String> seen = new HashSet<>();
        for (Column column : table.columns()) {
            if (!seen.add(column.name())) {
                throw refused("Column \"" + column.name() + "\" is given twice in " + table.id() + ".");
            }
        }
    }

    private void refuseTwoPrimaryKeys() {
        List<Constraint> keys = table.constraints().values().stream()
                .filter(PrimaryKeyConstraint.class::isInstance)
                .toList();
        if (keys.size() > 1) {
            throw refused("There is a primary key \"" + keys.get(0).name() + "\" on " + table.id() + " already.");
        }
    }

    private void refuseKeys(Column virtual) {
        table.constraints().values().stream()
                .filter(constraint -> !(constraint instanceof CheckConstraint) && constraint.uses(virtual.name()))
                .findFirst()
                .ifPresent(constraint -> {
                    throw refused("Column \"" + virtual.name() + "\" of " + table.id()
                            + " is virtual, and PostgreSQL takes only checks over such columns, not \""
                            + constraint.name() + "\". Generate it stored.");
                });
    }

    private void refuseComputedFromComputed(Column column) {
        Set<String> names = column.generated()
                .map(generated -> generated.expression().bareNames())
                .orElse(Set.of());
        names.stream()
                .flatMap(name -> table.findColumn(name).stream())
                .filter(Column::isGenerated)
                .findFirst()
                .ifPresent(other -> {
                    throw refused("Column \"" + column.name() + "\" of " + table.id() + " cannot be computed from \""
                            + other.name()
                            + "\", which is computed itself; PostgreSQL refuses that. Write the expression of \""
                            + other.name() + "\" in its place.");
                });
    }

    private RefusedException refused(String why) {
        return new RefusedException(table.id(), why);
    }
}

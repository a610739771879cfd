package dev.varve.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that follows a rename of itself, of something of its own, or of something that it uses. */
record TableRename(Table table, Rename rename) {

    /**
     * The table after it.
     *
     * @throws RefusedException if the new name is taken
     */
    Table followed() {
        if (rename instanceof Rename.OfConstraint constraint) {
            return constraint.table().equals(table.id())
                    ? withHeritage(new TableConstraints(table).renaming(constraint.from(), constraint.to()))
                    : table;
        }
        Map<Class<? extends Facet>, Facet> facets = new LinkedHashMap<>();
        table.facets().forEach((type, facet) -> facets.put(type, facet.following(table.id(), rename)));
        List<Column> columns = table.columns().stream()
                .map(column -> column.following(table.id(), rename))
                .toList();
        refuseTakenColumn();
        return new Table(rename.followSchema(table.name()), columns, table.constraints(), facets)
                .withConstraints(table.constraints().values().stream()
                        .map(constraint -> constraint.following(table.id(), rename))
                        .toList());
    }

    private Table withHeritage(Table renamed) {
        return renamed.facet(Inheritance.class)
                .map(inheritance -> renamed.with(inheritance.following(table.id(), rename)))
                .orElse(renamed);
    }

    private void refuseTakenColumn() {
        if (rename instanceof Rename.OfColumn column
                && column.relation().equals(table.id())
                && table.findColumn(column.to()).isPresent()) {
            throw new RefusedException(
                    table.id(), "Column \"" + column.to() + "\" already exists in " + table.id() + ".");
        }
    }
}

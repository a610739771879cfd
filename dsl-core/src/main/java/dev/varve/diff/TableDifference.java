package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.Constraint;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Facet;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.Operation;
import dev.varve.spi.FacetType;
import dev.varve.spi.SchemaModules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What makes one table of another of the same name. The order of the columns is of no matter: PostgreSQL adds a column at the end and
 * never moves one.
 */
public final class TableDifference {

    private final Table from;
    private final Table to;
    private final List<Operation> operations = new ArrayList<>();

    private TableDifference(Table from, Table to) {
        this.from = from;
        this.to = to;
    }

    /** The operations, in an order in which they can run if nothing else is in their way. */
    public static List<Operation> between(Table from, Table to) {
        TableDifference difference = new TableDifference(from, to);
        difference.findFacets(true);
        difference.findConstraintsThatGo();
        difference.findColumns();
        difference.findConstraintsThatCome();
        difference.findFacets(false);
        return List.copyOf(difference.operations);
    }

    /** What an heir says of the columns that it has from its parents alone, where these do not say the same. */
    public static Stream<Operation> ofHeir(Table from, Table to) {
        TableDifference difference = new TableDifference(from, to);
        return to.columns().stream()
                .filter(column -> difference.isGivenColumn(column.name()))
                .flatMap(column -> from.findColumn(column.name()).stream()
                        .filter(old -> ColumnDifference.isPossible(old, column))
                        .flatMap(old -> difference.change(old, column).operations().stream()));
    }

    private ColumnDifference change(Column old, Column column) {
        return new ColumnDifference(id(), old, column, isNullable(column));
    }

    /** What both tables have from their parents alone changes with these. */
    private boolean isGivenColumn(String column) {
        return Inheritance.of(from).givenColumns().contains(column)
                || from.findColumn(column).isEmpty()
                        && Inheritance.of(to).givenColumns().contains(column);
    }

    private boolean isGivenConstraint(String constraint) {
        return Inheritance.of(from).givenConstraints().contains(constraint)
                || !from.constraints().containsKey(constraint)
                        && Inheritance.of(to).givenConstraints().contains(constraint);
    }

    private ObjectId<Table> id() {
        return to.id();
    }

    private void findConstraintsThatGo() {
        from.constraints().forEach((name, constraint) -> {
            if (isReplaced(constraint) && !vanishes(constraint)) {
                operations.add(new DropConstraint(id(), name));
            }
        });
    }

    /** Whether it goes with a column; a column does not go under a condition for excluding rows. */
    private boolean vanishes(Constraint constraint) {
        Predicate<String> isGone = column -> to.findColumn(column).isEmpty();
        boolean computes = constraint instanceof ExclusionConstraint
                && from.columns().stream().map(Column::name).filter(isGone).anyMatch(constraint::computesWith);
        return constraint.columns().anyMatch(isGone) && !computes;
    }

    private boolean isReplaced(Constraint constraint) {
        return Optional.ofNullable(to.constraints().get(constraint.name()))
                .filter(other ->
                        ConstraintDifference.between(id(), constraint, other).isPresent())
                .isEmpty();
    }

    private void findConstraintsThatCome() {
        to.constraints().forEach((name, constraint) -> {
            if (!isGivenConstraint(name)) {
                Optional.ofNullable(from.constraints().get(name))
                        .flatMap(old -> ConstraintDifference.between(id(), old, constraint))
                        .ifPresentOrElse(operations::addAll, () -> operations.add(new AddConstraint(id(), constraint)));
            }
        });
    }

    private void findColumns() {
        List<Column> added = new ArrayList<>();
        List<ColumnDifference> kept = new ArrayList<>();
        for (Column column : own(to)) {
            Optional<Column> old = from.findColumn(column.name());
            boolean isKept =
                    old.filter(o -> ColumnDifference.isPossible(o, column)).isPresent();
            if (!isKept) {
                old.ifPresent(o -> operations.add(new DropColumn(id(), o.name())));
                added.add(column);
            } else {
                kept.add(change(old.get(), column));
            }
        }
        kept.forEach(difference -> operations.addAll(difference.ends()));
        kept.forEach(difference -> operations.addAll(difference.changes()));
        for (Column column : own(from)) {
            if (to.findColumn(column.name()).isEmpty()) {
                operations.add(new DropColumn(id(), column.name()));
            }
        }
        added.forEach(column -> operations.add(new AddColumn(id(), withoutConstraint(column))));
    }

    private List<Column> own(Table table) {
        return table.columns().stream()
                .filter(column -> !isGivenColumn(column.name()))
                .toList();
    }

    /** A not-null constraint that has a name of its own comes as a constraint and not with the column. */
    private Column withoutConstraint(Column column) {
        return isNullable(column) ? column.notNull(false) : column;
    }

    private boolean isNullable(Column column) {
        return !column.notNull() || to.notNullConstraint(column.name()).isPresent();
    }

    private void findFacets(boolean gone) {
        Set<Class<? extends Facet>> types = new LinkedHashSet<>(from.facets().keySet());
        types.addAll(to.facets().keySet());
        for (Class<? extends Facet> type : types) {
            if (to.facet(type).isEmpty() == gone && !from.facet(type).equals(to.facet(type))) {
                operations.addAll(difference(SchemaModules.all().facetType(type)));
            }
        }
    }

    private <F extends Facet> List<Operation> difference(FacetType<F> type) {
        return type.difference(id(), from.facet(type.type()), to.facet(type.type()));
    }
}

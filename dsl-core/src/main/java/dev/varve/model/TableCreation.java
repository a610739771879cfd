package dev.varve.model;

import dev.varve.model.TablePart.Place;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements that make a new table: one with all that has a place in {@code create table} (<a
 * href="https://www.postgresql.org/docs/current/sql-createtable.html">documentation</a>), and those with the rest.
 */
record TableCreation(Table table, Database database) {

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>(
                new RoomForIndex(database).of(table.id(), ownConstraints()).toList());
        statements.add(Statement.of(create(), lock(), hazards()));
        settings().ifPresent(statements::add);
        table.columns().forEach(column -> statements.addAll(column.sequenceSettings(table.name())));
        ownConstraints()
                .filter(this::isAddedLater)
                .forEach(constraint -> statements.add(constraint.addition(table.id())));
        table.facets().values().forEach(facet -> statements.addAll(facet.creation(table, database)));
        return statements;
    }

    private Sql create() {
        List<Sql> lines = Stream.concat(
                        ownColumns().map(column -> Sql.of("    {}", inCreation(column))),
                        ownConstraints()
                                .filter(constraint -> !isAddedLater(constraint))
                                .map(constraint -> Sql.of("    {}", constraint.clause())))
                .toList();
        String body = lines.isEmpty() ? "({})" : "(\n{}\n)";
        return Sql.of(
                (table.isForeign() ? "create foreign {}table {} {}" : "create {}table {} {}") + body + "{}",
                parts(EnumSet.of(Place.PERSISTENCE), "", " "),
                table.name(),
                parts(EnumSet.of(Place.TYPE), "", " "),
                Sql.join(",\n", lines),
                parts(EnumSet.range(Place.PARENTS, Place.SERVER), "\n", ""));
    }

    /** The columns that it does not have from its parents alone. */
    private Stream<Column> ownColumns() {
        Set<String> given = Inheritance.of(table).givenColumns();
        return table.columns().stream().filter(column -> !given.contains(column.name()));
    }

    private Stream<Constraint> ownConstraints() {
        Set<String> given = Inheritance.of(table).givenConstraints();
        return table.constraints().values().stream().filter(constraint -> !given.contains(constraint.name()));
    }

    /** A named not-null constraint says it alone: PostgreSQL gives the column another one that says the same. */
    private Column inCreation(Column column) {
        Column said = table.notNullConstraint(column.name()).isPresent() ? column.notNull(false) : column;
        return isComputedByParent(column) ? said.valued(Optional.empty()) : said;
    }

    /** Before PostgreSQL 16 an heir may not say again how a column is computed. */
    private boolean isComputedByParent(Column column) {
        return column.isGenerated()
                && Inheritance.of(table).parents().stream()
                        .flatMap(parent -> database.get(parent).findColumn(column.name()).stream())
                        .anyMatch(inherited -> inherited.value().equals(column.value()));
    }

    private Sql parts(Set<Place> places, String before, String after) {
        return Sql.join(
                "",
                table.facets().values().stream()
                        .flatMap(facet -> facet.part(table, database).stream())
                        .filter(part -> places.contains(part.place()))
                        .sorted(Comparator.comparing(TablePart::place))
                        .map(part -> Sql.of(before + "{}" + after, part.text()))
                        .toList());
    }

    /** In a new table PostgreSQL takes every constraint for valid, whatever the statement says, and makes one of two keys over the same columns, however they are stored. */
    private boolean isAddedLater(Constraint constraint) {
        return constraint.enforcement() == Enforcement.NOT_VALID
                || constraint.hasIndex()
                        && table.constraints().values().stream()
                                .filter(other -> other.hasIndex() && isLike(constraint, other))
                                .min(Comparator.comparing(other -> !(other instanceof PrimaryKeyConstraint)))
                                .filter(first -> !first.equals(constraint))
                                .isPresent();
    }

    private static boolean isLike(Constraint one, Constraint other) {
        return withoutWord(one).equals(withoutWord(other));
    }

    private static String withoutWord(Constraint key) {
        return key.stored(Storage.usual()).definition().text().replaceFirst("^(primary key|unique) ", "");
    }

    /** Half of what can be said of columns has no place in {@code create table} before PostgreSQL 16, and some never. */
    private Optional<Statement> settings() {
        List<Sql> settings = table.columns().stream()
                .flatMap(column -> column.settings().stream())
                .toList();
        return Optional.of(Sql.of("alter table {} {}", table.name(), Sql.join(", ", settings)))
                .filter(sql -> !settings.isEmpty())
                .map(sql -> Statement.of(sql, LockMode.NONE));
    }

    private LockMode lock() {
        return referencesOthers() ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.NONE;
    }

    private Hazard[] hazards() {
        return referencesOthers() ? new Hazard[] {Hazard.LOCKS_OTHER_TABLE} : new Hazard[] {};
    }

    private boolean referencesOthers() {
        return new TableConstraints(table)
                .foreignKeys()
                .anyMatch(key -> !key.target().equals(table.id()));
    }
}

package dev.varve.operation;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.sql.Fragment;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gives an enum other values, which PostgreSQL cannot: the type is made anew, and the columns that have it get the new one, with their
 * defaults, checks and indexes. A row with a value that is gone makes it fail, unless the value is replaced.
 *
 * @param values the values from now on, in their order
 * @param replacements what rows have from now on that have a value that is gone
 */
public record RebuildEnum(ObjectId<EnumType> type, List<String> values, Map<String, String> replacements)
        implements Operation {

    private static final String OLD = "varve_old_enum";

    public RebuildEnum {
        values = List.copyOf(values);
        replacements = Map.copyOf(replacements);
    }

    @Override
    public String description() {
        return "give " + type + " the values " + values;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(type);
    }

    private QualifiedName old() {
        return type.name().named(OLD);
    }

    private EnumType rebuilt() {
        return new EnumType(type.name(), values);
    }

    @Override
    public List<Statement> statements(Database before) {
        List<Index> indexes = tables(before).stream()
                .flatMap(table -> indexes(table, before).stream())
                .toList();
        List<Statement> statements = new ArrayList<>();
        indexes.forEach(index -> statements.addAll(index.removal(before)));
        statements.add(before.get(type).renaming(old()));
        statements.addAll(rebuilt().creation(before));
        tables(before).forEach(table -> statements.add(retyping(table)));
        indexes.stream()
                .flatMap(index -> before.withOwned(index.id()).stream())
                .forEach(object -> statements.addAll(object.creation(before)));
        before.owned(type).forEach(owned -> statements.addAll(owned.creation(before)));
        statements.addAll(new EnumType(old(), values).removal(before));
        return statements;
    }

    private List<Table> tables(Database before) {
        return before.users(type).stream()
                .map(before::get)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> !columns(table).isEmpty())
                .toList();
    }

    private List<Column> columns(Table table) {
        return table.columns().stream()
                .filter(column -> column.type().name().equals(type.name()))
                .toList();
    }

    private List<Index> indexes(Table table, Database before) {
        return before.owned(table.id()).stream()
                .filter(owned -> owned instanceof Index index
                        && columns(table).stream().anyMatch(column -> index.computesWith(column.name())))
                .map(Index.class::cast)
                .toList();
    }

    private Statement retyping(Table table) {
        List<Sql> clauses = new ArrayList<>();
        List<Constraint> checks = table.constraints().values().stream()
                .filter(constraint -> constraint instanceof CheckConstraint
                        && columns(table).stream().anyMatch(column -> constraint.uses(column.name())))
                .toList();
        checks.forEach(check -> clauses.add(Sql.of("drop constraint {}", Identifier.of(check.name()))));
        columns(table).forEach(column -> clauses.addAll(retyping(column)));
        checks.forEach(check -> clauses.add(Sql.of("add {}", check.clause())));
        return Statement.of(
                Sql.of("alter table {} {}", table.name(), Sql.join(", ", clauses)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE);
    }

    private List<Sql> retyping(Column column) {
        Sql alter = Sql.of("alter column {}", Identifier.of(column.name()));
        List<Sql> clauses = new ArrayList<>();
        var value = column.value().flatMap(ColumnValue::defaultExpression);
        value.ifPresent(v -> clauses.add(Sql.of("{} drop default", alter)));
        clauses.add(Sql.of("{} type {} using {}::{}", alter, column.type(), converted(column), column.type()));
        value.ifPresent(v -> clauses.add(Sql.of("{} set default {}", alter, v)));
        return clauses;
    }

    private Sql converted(Column column) {
        String array = column.type().array() ? "[]" : "";
        Sql converted = Sql.of("{}::text" + array, Identifier.of(column.name()));
        for (Map.Entry<String, String> replacement : new TreeMap<>(replacements).entrySet()) {
            Fragment from = Literal.text(replacement.getKey());
            Fragment to = Literal.text(replacement.getValue());
            converted = column.type().array()
                    ? Sql.of("array_replace({}, {}, {})", converted, from, to)
                    : Sql.of("case {} when {} then {} else {} end", converted, from, to, converted);
        }
        return converted;
    }

    @Override
    public Database after(Database before) {
        before.get(type);
        Set<Object> users = new LinkedHashSet<>();
        before.users(type).stream().filter(user -> !isHandled(before.get(user))).forEach(users::add);
        tables(before)
                .forEach(table -> columns(table)
                        .forEach(column -> users.addAll(ColumnUsers.of(table.id(), column.name(), before))));
        if (!users.isEmpty()) {
            throw new ObjectInUseException(type, "The " + type, users);
        }
        before.get(type).values().stream()
                .filter(value -> !values.contains(value))
                .forEach(gone -> tables(before).forEach(table -> refuseMention(gone, table, before)));
        return before.alter(type, t -> rebuilt());
    }

    private void refuseMention(String gone, Table table, Database before) {
        Stream<Expression> defaults = columns(table).stream()
                .flatMap(column -> column.value().flatMap(ColumnValue::defaultExpression).stream());
        Stream<Expression> checks = table.constraints().values().stream()
                .filter(constraint -> constraint instanceof CheckConstraint
                        && columns(table).stream().anyMatch(column -> constraint.uses(column.name())))
                .map(check -> ((CheckConstraint) check).condition());
        Stream<Expression> conditions = indexes(table, before).stream().flatMap(index -> index.where().stream());
        String literal = Literal.text(gone).sql();
        Stream.of(defaults, checks, conditions)
                .flatMap(texts -> texts)
                .filter(text -> text.text().contains(literal))
                .forEach(text -> {
                    throw new RefusedException(
                            table.id(),
                            "The " + table.id() + " says " + literal + " in \"" + text + "\", a value that " + type
                                    + " is to lose. Change or drop what says so first, in the same revision.");
                });
    }

    private boolean isHandled(SchemaObject user) {
        return user instanceof Table || user.owner().filter(type::equals).isPresent() || user instanceof Index;
    }

    @Override
    public Reversal reversal(Database before) {
        RebuildEnum back = new RebuildEnum(type, before.get(type).values(), Map.of());
        List<String> lost = replacements.entrySet().stream()
                .map(r -> "which rows had '" + r.getKey() + "' of " + type + " before they got '" + r.getValue() + "'")
                .sorted()
                .toList();
        return Reversal.losing(lost, List.of(back));
    }
}

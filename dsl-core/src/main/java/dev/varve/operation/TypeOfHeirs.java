package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnSetting;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Partition;
import dev.varve.model.PartitionDefault;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a column keeps of its own in tables that inherit it, and in partitions, while its type changes: PostgreSQL changes the defaults of all of
 * them with that of the parent, and forgets how they store the values.
 *
 * @param given the column of the parent as it will be
 * @param ofPartitions the defaults that partitions have of their own
 */
record TypeOfHeirs(Column given, List<Table> heirs, List<PartitionDefault> ofPartitions, Database after) {

    /** Each heir says its own. */
    private static final String ONLY = "alter table only";

    static TypeOfHeirs of(AlterColumnType change, Database before) {
        Database after = change.after(before);
        List<Table> heirs = HeirsAsBefore.all(change.table(), after).toList();
        List<PartitionDefault> ofPartitions = Partition.under(change.table(), after)
                .flatMap(partition -> after.find(PartitionDefault.id(partition.name(), change.column())).stream())
                .toList();
        return new TypeOfHeirs(after.get(change.table()).column(change.column()), heirs, ofPartitions, after);
    }

    /** The statements with what comes before and after them. */
    List<Statement> around(List<Statement> statements) {
        List<Statement> all = new ArrayList<>();
        heirs.forEach(heir -> all.addAll(withoutDefault(heir)));
        ofPartitions.forEach(own -> all.addAll(without(own)));
        all.addAll(statements);
        heirs.forEach(heir -> all.addAll(asBefore(heir)));
        ofPartitions.forEach(own -> all.addAll(own.creation(after)));
        return all;
    }

    private List<Statement> without(PartitionDefault own) {
        return given.value().isEmpty()
                ? new PartitionDefault(own.on(), own.column(), Optional.empty()).creation(after)
                : List.of();
    }

    /** PostgreSQL would cast it, or refuse to. */
    private List<Statement> withoutDefault(Table heir) {
        boolean isOwn = given.value().isEmpty() && defaultOf(column(heir)).isPresent();
        return isOwn ? setDefault(heir, Optional.empty()) : List.of();
    }

    private List<Statement> asBefore(Table heir) {
        List<Statement> statements = new ArrayList<>();
        Column own = column(heir);
        if (!own.value().equals(given.value()) && isPlain(own) && isPlain(given)) {
            statements.addAll(setDefault(heir, defaultOf(own)));
        }
        if (!own.property(ColumnProperty.STORAGE).equals(given.property(ColumnProperty.STORAGE))) {
            statements.addAll(set(heir, ColumnProperty.STORAGE));
        }
        if (own.property(ColumnProperty.COMPRESSION).isPresent()) {
            statements.addAll(set(heir, ColumnProperty.COMPRESSION));
        }
        return statements;
    }

    private Column column(Table heir) {
        return heir.column(given.name());
    }

    private static Optional<Expression> defaultOf(Column column) {
        return column.value().flatMap(ColumnValue::defaultExpression);
    }

    private static boolean isPlain(Column column) {
        return column.value().isEmpty() || defaultOf(column).isPresent();
    }

    private List<Statement> setDefault(Table heir, Optional<Expression> value) {
        Sql change = value.map(v -> Sql.of("set default {}", v)).orElse(Sql.raw("drop default"));
        return List.of(Statement.of(
                Sql.of(ONLY + " {} alter column {} {}", heir.name(), Identifier.of(given.name()), change),
                LockMode.ACCESS_EXCLUSIVE));
    }

    private List<Statement> set(Table heir, ColumnProperty property) {
        return List.of(ColumnSetting.of(ONLY, heir.name(), column(heir), property)
                .statement(column(heir).property(property), after.environment()));
    }
}

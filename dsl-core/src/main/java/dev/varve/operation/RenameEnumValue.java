package dev.varve.operation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a value of an enum another name: {@code alter type trading.side rename value 'B' to 'BUY'}. */
public record RenameEnumValue(ObjectId<EnumType> type, String from, String to) implements Operation {

    @Override
    public String description() {
        return "rename value '" + from + "' of enum " + type.name() + " to '" + to + "'";
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(type);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of("alter type {} rename value {} to {}", type.name(), Literal.text(from), Literal.text(to)),
                LockMode.NONE,
                Hazard.BREAKS_OLD_CODE));
    }

    @Override
    public Database after(Database before) {
        return before.renamed(new Rename.OfValue(type, from, to, otherColumns(before), false));
    }

    private Map<ObjectId<?>, Set<String>> otherColumns(Database before) {
        return before.objects(Table.class).collect(toMap(Table::id, this::otherColumns));
    }

    private Set<String> otherColumns(Table table) {
        return table.columns().stream()
                .filter(column -> !column.type().name().equals(type.name()))
                .map(Column::name)
                .collect(toSet());
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameEnumValue(type, to, from));
    }
}

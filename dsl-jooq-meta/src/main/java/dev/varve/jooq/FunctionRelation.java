package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.TableOptions.TableType;
import org.jooq.meta.AbstractTableDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DefaultColumnDefinition;
import org.jooq.meta.ParameterDefinition;
import org.jooq.meta.SchemaDefinition;

/** A function that gives rows, as the generator takes it: a table with parameters. */
final class FunctionRelation extends AbstractTableDefinition {

    private final Function function;
    private final List<Column> columns;
    private final DataTypes types;

    FunctionRelation(
            SchemaDefinition schema, Function function, List<Column> columns, DataTypes types, String comment) {
        super(schema, function.name().name(), comment, TableType.FUNCTION, null);
        this.function = function;
        this.columns = List.copyOf(columns);
        this.types = types;
    }

    @Override
    protected List<ColumnDefinition> getElements0() {
        List<ColumnDefinition> definitions = new ArrayList<>();
        for (Column column : columns) {
            definitions.add(new DefaultColumnDefinition(
                    this, column.name(), definitions.size() + 1, types.of(column.type(), true, ""), false, ""));
        }
        return definitions;
    }

    @Override
    protected List<ParameterDefinition> getParameters0() {
        Callable callable =
                new Callable(function.name(), function.arguments(), Optional.empty(), Callable.Kind.FUNCTION, "");
        return new CallableDefinition(getSchema(), callable, "", new Parameters(types)).getInParameters();
    }
}

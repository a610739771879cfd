package dev.varve.dsl;

import dev.varve.model.Function;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.Volatility;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The trigger that sets a column to the time of the transaction whenever a row changes. */
record TouchOnUpdate(Function function, Trigger trigger) {

    static TouchOnUpdate of(QualifiedName table, String column) {
        String body = """

                begin
                    new.%s := now();
                    return new;
                end
                """.formatted(Identifier.of(column).sql());
        QualifiedName name = table.named(ShortName.of(table.name() + "_touch_" + column));
        Function function = new Function(name, List.of(), "trigger", "plpgsql", Volatility.VOLATILE, false, body);
        Trigger trigger = new Trigger(
                ShortName.of("touch_" + column),
                Table.id(table),
                Trigger.Timing.BEFORE,
                Set.of(Trigger.Event.UPDATE),
                List.of(),
                true,
                Optional.empty(),
                function.id(),
                List.of());
        return new TouchOnUpdate(function, trigger);
    }

    List<Operation> operations() {
        return List.of(new CreateObject(function), new CreateObject(trigger));
    }
}

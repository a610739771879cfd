package dev.varve.source;

import dev.varve.dsl.ColumnSpec;
import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.sql.QualifiedName;
import java.util.Map;

/** A column as it is written: {@code varchar(10).notNull().defaultTo("XNAS")}. */
final class ColumnForm {

    private ColumnForm() {}

    static Chain of(Column column, Source source) {
        Chain typed = Chain.on(source.type(column.type()))
                .when(ColumnSpec.needsInexact(column.name(), column.type()), "inexact");
        Chain collated = column.collation().map(c -> collated(typed, c)).orElse(typed);
        boolean sayNotNull = column.notNull()
                && column.value().filter(ColumnValue.Numbered.class::isInstance).isEmpty();
        Chain nullable = collated.when(sayNotNull, "notNull");
        Chain valued =
                column.value().map(value -> valued(nullable, column, value)).orElse(nullable);
        Chain whole = valued;
        for (Map.Entry<ColumnProperty, String> said : column.properties().entrySet()) {
            whole = whole.then(PropertyWords.of(said.getKey(), said.getValue()));
        }
        return whole;
    }

    static Chain collated(Chain chain, QualifiedName collation) {
        return collation.schema().isEmpty()
                ? chain.then("collate", collation.name())
                : chain.then("collate", collation.schema(), collation.name());
    }

    private static Chain valued(Chain chain, Column column, ColumnValue value) {
        if (value instanceof ColumnValue.Default said) {
            return chain.then("defaultTo", Expressions.constant(said.expression(), column.type()));
        }
        if (value instanceof ColumnValue.Generated generated) {
            String word = generated.virtual() ? "generatedVirtuallyAs" : "generatedAs";
            return chain.then(word, Expressions.sql(generated.expression()));
        }
        return numbered(chain, column, (ColumnValue.Numbered) value);
    }

    private static Chain numbered(Chain chain, Column column, ColumnValue.Numbered value) {
        Chain counting = Chain.on(chain).then(NumberingWords.of(word(value), value.options()));
        Chain called = value.sequence()
                .map(sequence -> counting.then("sequence", sequence.name()))
                .orElse(counting);
        boolean mayBeNull = value instanceof ColumnValue.Serial && !column.notNull();
        return called.when(mayBeNull, "nullable");
    }

    private static String word(ColumnValue.Numbered value) {
        if (value instanceof ColumnValue.Identity identity) {
            return identity.always() ? "identity" : "identityByDefault";
        }
        return "serial";
    }
}

package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An operator between two values, such as {@code &&}.
 *
 * @param schema where it lives; empty for the operators of PostgreSQL itself
 */
public record Operator(String schema, String symbol) implements Fragment {

    private static final Pattern SYMBOL = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

    public Operator {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException(
                    "\"" + symbol + "\" is no operator of PostgreSQL, such as \"=\" or \"&&\".");
        }
    }

    /** The operator of PostgreSQL itself. */
    public static Operator of(String symbol) {
        return new Operator("", symbol);
    }

    Set<ObjectId<?>> requires(Database database) {
        if (schema.isEmpty()) {
            return Set.of();
        }
        QualifiedName name = QualifiedName.of(schema, symbol);
        Set<ObjectId<?>> required = database.named(Set.of(name));
        required.addAll(Schema.requiredBy(name));
        return required;
    }

    Operator following(Rename rename) {
        return schema.isEmpty()
                ? this
                : new Operator(
                        rename.followName(QualifiedName.of(schema, symbol), OperatorDefinition.class)
                                .schema(),
                        symbol);
    }

    @Override
    public String sql() {
        return schema.isEmpty() ? symbol : "operator(" + Identifier.of(schema).sql() + '.' + symbol + ')';
    }
}

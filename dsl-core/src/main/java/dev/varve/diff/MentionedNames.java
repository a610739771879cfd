package dev.varve.diff;

import dev.varve.model.Operator;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names with a schema that an object says anywhere. */
final class MentionedNames {

    private final Set<QualifiedName> names = new HashSet<>();

    private MentionedNames() {}

    static Set<QualifiedName> of(Object object) {
        MentionedNames mentioned = new MentionedNames();
        mentioned.look(object);
        return mentioned.names;
    }

    private void look(Object part) {
        if (part instanceof QualifiedName name) {
            names.add(name);
        } else if (part instanceof Operator operator) {
            names.add(QualifiedName.of(operator.schema(), operator.symbol()));
        } else if (part instanceof Expression expression) {
            names.addAll(expression.qualifiedNames());
        } else if (part instanceof Query query) {
            names.addAll(query.qualifiedNames());
        } else if (part instanceof Record) {
            RecordParts.in(part).forEach(component -> look(RecordParts.of(part, component)));
        } else if (part instanceof Collection<?> all) {
            all.forEach(this::look);
        } else if (part instanceof Map<?, ?> map) {
            map.values().forEach(this::look);
        } else if (part instanceof Optional<?> some) {
            some.ifPresent(this::look);
        }
    }
}

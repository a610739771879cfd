package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.Schema;
import dev.varve.operation.CreateObject;
import dev.varve.operation.MoveExtension;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Extensions that are in another schema. What one brings is no part of a state; what the objects of the first state name without anybody knowing it,
 * and those of the second one in the other schema, is of the extension.
 */
record MovedExtensions(Database from, Database to) {

    List<Operation> operations() {
        return from.objects(Extension.class)
                .flatMap(old -> to.find(old.id()).stream()
                        .filter(now -> !now.equals(old))
                        .flatMap(now -> moving(old, schema(now))))
                .toList();
    }

    private static String schema(Extension extension) {
        return extension.schema().orElse("public");
    }

    private Stream<Operation> moving(Extension extension, String schema) {
        Set<String> brought = strangers(from, schema(extension));
        brought.retainAll(strangers(to, schema));
        Stream<Operation> made = to.find(Schema.id(schema)).stream()
                .filter(target -> !from.has(target.id()))
                .map(CreateObject::new);
        return Stream.concat(made, Stream.of(new MoveExtension(extension.id(), schema, brought)));
    }

    /** What is named of a schema and is not known to be there. */
    private static Set<String> strangers(Database state, String schema) {
        return state.objects()
                .flatMap(object -> MentionedNames.of(object).stream())
                .filter(name -> name.schema().equals(schema)
                        && state.named(Set.of(name)).isEmpty())
                .map(QualifiedName::name)
                .collect(Collectors.toSet());
    }
}

package dev.varve.source;

import dev.varve.model.ObjectId;
import dev.varve.model.TypeName;
import dev.varve.sql.SqlNames;
import java.util.List;

/** The types of the arguments that the detail of an id of a routine names. */
final class ArgumentTypes {

    private ArgumentTypes() {}

    static List<TypeName> of(ObjectId<?> id) {
        String inside = id.detail().substring(1, id.detail().length() - 1);
        return inside.isBlank()
                ? List.of()
                : SqlNames.list(inside).stream().map(TypeName::of).toList();
    }
}

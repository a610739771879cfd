package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Schema;
import dev.varve.model.Strangers;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Moves what an extension brings to another schema: {@code alter extension hstore set schema tools}. PostgreSQL refuses that of some
 * extensions. What the extension brings is no part of the state: where something names a type or function of the schema that nobody knows,
 * it could not be followed, and the move is refused.
 */
public record MoveExtension(ObjectId<Extension> extension, String schema) implements Operation {

    @Override
    public String description() {
        return "move " + extension + " to schema " + schema;
    }

    @Override
    public Footprint footprint() {
        Set<ObjectId<?>> target =
                Schema.requiredBy(QualifiedName.of(schema, extension.name().name()));
        return new Footprint(target, Set.of(extension), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql move = Sql.of("alter extension {} set schema {}", extension.name(), Identifier.of(schema));
        return List.of(Statement.of(move, LockMode.NONE));
    }

    private String home(Database before) {
        return before.get(extension).schema().orElse("public");
    }

    @Override
    public Database after(Database before) {
        List<ObjectId<?>> users = new Strangers(before, home(before)).users();
        if (!users.isEmpty()) {
            throw new RefusedException(
                    extension,
                    "The " + users.get(0) + " names something in schema " + home(before)
                            + " that is not in the history and may be of " + extension
                            + ", so that it could not follow. Drop the "
                            + users.get(0).kind()
                            + " before the move and create it again after it, in the same revision.");
        }
        return before.alter(extension, one -> one.in(schema));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new MoveExtension(extension, home(before)));
    }
}

package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Schema;
import dev.varve.model.Strangers;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Moves what an extension brings to another schema: {@code alter extension hstore set schema tools}. PostgreSQL refuses that of some
 * extensions. What the extension brings is no part of the state: where something names a type, function or operator of the schema that nobody
 * knows, it follows if the move says that it is of the extension, and the move is refused if it says nothing of that.
 *
 * @param brought what the extension brings, as far as something uses it: {@code hstore}, {@code ->}, {@code gin_hstore_ops}
 */
public record MoveExtension(ObjectId<Extension> extension, String schema, Set<String> brought) implements Operation {

    public MoveExtension {
        brought = Collections.unmodifiableSortedSet(new TreeSet<>(brought));
    }

    /** A move of what nothing uses. */
    public MoveExtension(ObjectId<Extension> extension, String schema) {
        this(extension, schema, Set.of());
    }

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
        String home = home(before);
        if (brought.isEmpty()) {
            refuseUsers(before, home);
        }
        Database after = before.alter(extension, one -> one.in(schema));
        for (String name : brought) {
            after = after.renamed(
                    new Rename.OfStranger(extension, QualifiedName.of(home, name), QualifiedName.of(schema, name)));
        }
        return after;
    }

    private void refuseUsers(Database before, String home) {
        List<ObjectId<?>> users = new Strangers(before, home).users();
        if (!users.isEmpty()) {
            throw new RefusedException(
                    extension,
                    "The " + users.get(0) + " names something in schema " + home
                            + " that is not in the history and may be of " + extension
                            + ", so that it could not follow. Say what the extension brings: schema(\"" + schema
                            + "\", \"...\"), with the names of the types, functions and operators that are used.");
        }
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new MoveExtension(extension, home(before), brought));
    }
}

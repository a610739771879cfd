package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What dictionaries are made of (<a href="https://www.postgresql.org/docs/current/sql-createtstemplate.html">documentation</a>).
 *
 * @param lexize the function that tells what a token means
 * @param init the function that reads the options of a dictionary; empty if there are none
 */
public record TextSearchTemplate(QualifiedName name, QualifiedName lexize, Optional<QualifiedName> init)
        implements SchemaMember {

    /** The id of the template of that name. */
    public static ObjectId<TextSearchTemplate> id(QualifiedName name) {
        return ObjectId.of(TextSearchTemplate.class, name);
    }

    @Override
    public ObjectId<TextSearchTemplate> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        List<QualifiedName> functions = new ArrayList<>(List.of(lexize));
        init.ifPresent(functions::add);
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(functions));
        required.remove(id());
        return required;
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(new Slot("text search template", name));
    }

    @Override
    public TextSearchTemplate named(QualifiedName other) {
        return new TextSearchTemplate(other, lexize, init);
    }

    @Override
    public TextSearchTemplate following(Rename rename) {
        return new TextSearchTemplate(
                rename.followSchema(name),
                rename.followName(lexize, Function.class),
                init.map(function -> rename.followName(function, Function.class)));
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql first = init.map(function -> Sql.of("init = {}, ", function)).orElse(Sql.raw(""));
        return List.of(Statement.of(
                Sql.of("create text search template {} ({}lexize = {})", name, first, lexize), LockMode.NONE));
    }
}

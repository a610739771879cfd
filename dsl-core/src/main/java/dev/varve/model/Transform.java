package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the values of a type come to a language and back (<a
 * href="https://www.postgresql.org/docs/current/sql-createtransform.html">documentation</a>).
 *
 * @param fromSql the function by which a value comes to the language; empty if it comes as without a transform
 * @param toSql the function by which a value comes back
 */
public record Transform(TypeName type, String language, Optional<QualifiedName> fromSql, Optional<QualifiedName> toSql)
        implements SchemaObject {

    public Transform {
        type = type.unmodified();
    }

    /** The id of the transform of a type for a language. */
    public static ObjectId<Transform> id(TypeName type, String language) {
        String detail = " for " + type.unmodified() + " language " + Identifier.of(language);
        return new ObjectId<>(Transform.class, QualifiedName.unqualified("transform"), detail);
    }

    @Override
    public ObjectId<Transform> id() {
        return id(type, language);
    }

    @Override
    public boolean foundByName() {
        return false;
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        type.userDefined().ifPresent(mentioned::add);
        fromSql.ifPresent(mentioned::add);
        toSql.ifPresent(mentioned::add);
        Set<ObjectId<?>> required = database.named(mentioned);
        Optional.of(Language.id(language)).filter(database::has).ifPresent(required::add);
        return required;
    }

    @Override
    public Transform following(Rename rename) {
        return new Transform(
                type.following(rename),
                rename.newId(Language.id(language)).map(id -> id.name().name()).orElse(language),
                fromSql.map(function -> rename.followName(function, Function.class)),
                toSql.map(function -> rename.followName(function, Function.class)));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(definition("create {} ({})"));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(List.of(definition("create or replace {} ({})")));
    }

    /** Both functions take what PostgreSQL calls {@code internal}. */
    private Statement definition(String template) {
        List<Sql> ways = new ArrayList<>();
        fromSql.ifPresent(function -> ways.add(Sql.of("from sql with function {}(internal)", function)));
        toSql.ifPresent(function -> ways.add(Sql.of("to sql with function {}(internal)", function)));
        return Statement.of(Sql.of(template, address(), Sql.join(", ", ways)), LockMode.NONE);
    }

    @Override
    public Sql address() {
        return Sql.of("transform for {} language {}", type, Identifier.of(language));
    }
}

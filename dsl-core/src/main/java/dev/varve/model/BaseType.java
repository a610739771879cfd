package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type that is made of functions (<a href="https://www.postgresql.org/docs/current/sql-createtype.html">documentation</a>). It begins as a
 * shell, so that there can be functions that take and give it, and is defined by these.
 *
 * @param definition empty as long as it is a shell
 */
public record BaseType(QualifiedName name, Optional<BaseTypeDefinition> definition) implements UserType {

    /** A type that is not defined yet. */
    public static BaseType shell(QualifiedName name) {
        return new BaseType(name, Optional.empty());
    }

    /** Whether a type is one that is not defined yet. */
    static boolean isShell(TypeName type, Database database) {
        return type.userDefined()
                .flatMap(named -> database.find(id(named)))
                .filter(base -> base.definition().isEmpty())
                .isPresent();
    }

    /** The id of the type of that name. */
    public static ObjectId<BaseType> id(QualifiedName name) {
        return ObjectId.of(BaseType.class, name);
    }

    @Override
    public ObjectId<BaseType> id() {
        return id(name);
    }

    /** The same type, made of that. */
    public BaseType defined(BaseTypeDefinition other) {
        return new BaseType(name, Optional.of(other));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = UserType.super.requires(database);
        definition.ifPresent(made -> required.addAll(made.requires(database)));
        required.remove(id());
        return required;
    }

    /** PostgreSQL grants nothing on a shell. */
    @Override
    public Optional<Grantable> grantable() {
        return UserType.super.grantable().filter(kind -> definition.isPresent());
    }

    @Override
    public BaseType named(QualifiedName other) {
        return new BaseType(other, definition);
    }

    @Override
    public BaseType following(Rename rename) {
        return new BaseType(rename.followSchema(name), definition.map(made -> made.following(rename)));
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql create = Sql.of("create type {}", name);
        return List.of(
                Statement.of(definition.map(made -> create.then(made.clause())).orElse(create), LockMode.NONE));
    }

    /** What a type is made of cannot be changed but for some of the functions, and how its values are kept. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return ((BaseType) from)
                .definition
                .flatMap(old -> definition.flatMap(made -> made.changes(old)))
                .map(changes -> List.of(
                        Statement.of(Sql.of("alter type {} set ({})", name, Sql.join(", ", changes)), LockMode.NONE)));
    }
}

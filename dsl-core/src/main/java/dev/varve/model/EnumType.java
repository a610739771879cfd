package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;

/** A type with a list of values, in their order. */
public record EnumType(QualifiedName name, List<String> values) implements UserType {

    public EnumType {
        values = List.copyOf(values);
    }

    /** The id of the enum of that name. */
    public static ObjectId<EnumType> id(QualifiedName name) {
        return ObjectId.of(EnumType.class, name);
    }

    @Override
    public ObjectId<EnumType> id() {
        return id(name);
    }

    @Override
    public void check(Database database) {
        if (new HashSet<>(values).size() < values.size()) {
            throw new RefusedException(id(), "The " + id() + " has a value twice: " + values + ".");
        }
    }

    private EnumType renamingValue(String from, String to) {
        if (!values.contains(from)) {
            throw new RefusedException(id(), "The " + id() + " has no value '" + from + "'; it has " + values + ".");
        }
        return new EnumType(
                name, values.stream().map(v -> v.equals(from) ? to : v).toList());
    }

    @Override
    public EnumType named(QualifiedName other) {
        return new EnumType(other, values);
    }

    @Override
    public EnumType following(Rename rename) {
        if (rename instanceof Rename.OfValue value && value.type().equals(id())) {
            return renamingValue(value.from(), value.to());
        }
        return new EnumType(rename.followSchema(name), values);
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql labels = Sql.join(", ", values.stream().map(Literal::text).toList());
        return List.of(Statement.of(Sql.of("create type {} as enum ({})", name, labels), LockMode.NONE));
    }
}

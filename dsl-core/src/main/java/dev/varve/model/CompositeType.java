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
import java.util.stream.Stream;

/**
 * A type whose values are rows of named attributes (<a
 * href="https://www.postgresql.org/docs/current/rowtypes.html">documentation</a>).
 */
public record CompositeType(QualifiedName name, List<Attribute> attributes) implements UserType {

    /**
     * A part of every value.
     *
     * @param collation empty for the one of the type
     */
    public record Attribute(String name, TypeName type, Optional<QualifiedName> collation) {

        /** An attribute in the order of its type. */
        public static Attribute of(String name, TypeName type) {
            return new Attribute(name, type, Optional.empty());
        }

        private Attribute following(ObjectId<?> owner, Rename rename) {
            return new Attribute(
                    rename.followColumn(owner, name), type.following(rename), collation.map(rename::followName));
        }

        private Sql definition() {
            Sql plain = Sql.of("{} {}", Identifier.of(name), type);
            return collation.map(c -> plain.then(Sql.of(" collate {}", c))).orElse(plain);
        }
    }

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    /** The id of the composite type of that name. */
    public static ObjectId<CompositeType> id(QualifiedName name) {
        return ObjectId.of(CompositeType.class, name);
    }

    @Override
    public ObjectId<CompositeType> id() {
        return id(name);
    }

    /**
     * The attribute of that name.
     *
     * @throws UnknownObjectException if there is none
     */
    public Attribute attribute(String attribute) {
        return attributes.stream()
                .filter(a -> a.name().equals(attribute))
                .findFirst()
                .orElseThrow(() -> new UnknownObjectException(id(), attribute, attributeNames()));
    }

    /** What the attributes are called, in order. */
    public List<String> attributeNames() {
        return attributes.stream().map(Attribute::name).toList();
    }

    /** The same type with one more attribute, the last. */
    public CompositeType plus(Attribute attribute) {
        return new CompositeType(
                name, Stream.concat(attributes.stream(), Stream.of(attribute)).toList());
    }

    /** The same type without an attribute. */
    public CompositeType minus(String attribute) {
        attribute(attribute);
        return new CompositeType(
                name,
                attributes.stream().filter(a -> !a.name().equals(attribute)).toList());
    }

    /** The same type with an attribute in the place of the one of its name. */
    public CompositeType with(Attribute attribute) {
        attribute(attribute.name());
        return new CompositeType(
                name,
                attributes.stream()
                        .map(a -> a.name().equals(attribute.name()) ? attribute : a)
                        .toList());
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        attributes.forEach(attribute -> {
            attribute.type().userDefined().ifPresent(mentioned::add);
            attribute.collation().ifPresent(mentioned::add);
        });
        Set<ObjectId<?>> required = UserType.super.requires(database);
        required.addAll(database.named(mentioned));
        return required;
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.type(name), Slot.relation(name));
    }

    @Override
    public void check(Database database) {
        if (new HashSet<>(attributeNames()).size() < attributes.size()) {
            throw new RefusedException(id(), "The " + id() + " has an attribute twice: " + attributeNames() + ".");
        }
    }

    @Override
    public CompositeType named(QualifiedName other) {
        return new CompositeType(other, attributes);
    }

    @Override
    public CompositeType following(Rename rename) {
        return new CompositeType(
                rename.followSchema(name),
                attributes.stream().map(a -> a.following(id(), rename)).toList());
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql definitions =
                Sql.join(", ", attributes.stream().map(Attribute::definition).toList());
        return List.of(Statement.of(Sql.of("create type {} as ({})", name, definitions), LockMode.NONE));
    }

    /** PostgreSQL adds attributes at the end only, and refuses to change those of a type that columns have. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        CompositeType old = (CompositeType) from;
        List<String> kept = old.attributeNames().stream()
                .filter(attribute -> attributeNames().contains(attribute))
                .toList();
        if (!attributeNames().subList(0, kept.size()).equals(kept)) {
            return Optional.empty();
        }
        List<Sql> changes = new ArrayList<>();
        refuseUsers(old, kept, database);
        old.attributes.stream()
                .filter(attribute -> !kept.contains(attribute.name()))
                .forEach(gone -> changes.add(Sql.of("drop attribute {}", Identifier.of(gone.name()))));
        attributes.stream()
                .filter(attribute -> kept.contains(attribute.name()) && !old.attributes.contains(attribute))
                .forEach(changed -> changes.add(changed(changed)));
        attributes.stream()
                .filter(attribute -> !kept.contains(attribute.name()))
                .forEach(added -> changes.add(Sql.of("add attribute {}", added.definition())));
        return Optional.of(List.of(
                Statement.of(Sql.of("alter type {} {}", name, Sql.join(", ", changes)), LockMode.ACCESS_EXCLUSIVE)));
    }

    private void refuseUsers(CompositeType old, List<String> kept, Database database) {
        List<ObjectId<?>> typed = database.users(id()).stream()
                .filter(user -> database.get(user) instanceof Table table
                        && table.facet(RowType.class)
                                .filter(of -> of.type().equals(name))
                                .isPresent())
                .toList();
        if (!typed.isEmpty()) {
            throw new ObjectInUseException(id(), "The " + id(), typed);
        }
        boolean retyped =
                kept.stream().anyMatch(attribute -> !attribute(attribute).equals(old.attribute(attribute)));
        List<ObjectId<?>> tables = database.users(id()).stream()
                .filter(user -> user.type() == Table.class)
                .toList();
        if (retyped && !tables.isEmpty()) {
            throw new ObjectInUseException(id(), "The " + id(), tables);
        }
    }

    private static Sql changed(Attribute attribute) {
        Sql type = Sql.of("alter attribute {} type {}", Identifier.of(attribute.name()), attribute.type());
        return attribute
                .collation()
                .map(c -> type.then(Sql.of(" collate {}", c)))
                .orElse(type);
    }
}

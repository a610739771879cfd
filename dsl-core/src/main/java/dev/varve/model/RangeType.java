package dev.varve.model;

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
 * A type whose values are ranges of another type, with the type of sets of such ranges (<a
 * href="https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-DEFINING">documentation</a>).
 *
 * @param operatorClass the order of the bounds; the default of their type if empty
 * @param collation empty for the one of the type
 * @param difference the function that gives the distance of two bounds, for indexes
 * @param multirange the name of the type of sets of ranges, in the same schema
 */
public record RangeType(
        QualifiedName name,
        TypeName subtype,
        Optional<QualifiedName> operatorClass,
        Optional<QualifiedName> collation,
        Optional<QualifiedName> difference,
        String multirange)
        implements UserType {

    /** A range of a type in its usual order, with the name that PostgreSQL would give to its multirange. */
    public static RangeType of(QualifiedName name, TypeName subtype) {
        return new RangeType(
                name, subtype, Optional.empty(), Optional.empty(), Optional.empty(), multirangeOf(name.name()));
    }

    /** PostgreSQL puts the word into the name where it finds a range there, and adds it otherwise. */
    private static String multirangeOf(String range) {
        return range.contains("range") ? range.replaceFirst("range", "multirange") : range + "_multirange";
    }

    /** The id of the range type of that name. */
    public static ObjectId<RangeType> id(QualifiedName name) {
        return ObjectId.of(RangeType.class, name);
    }

    @Override
    public ObjectId<RangeType> id() {
        return id(name);
    }

    /** The same type with bounds in the order of an operator class. */
    public RangeType ordered(QualifiedName byClass) {
        return new RangeType(name, subtype, Optional.of(byClass), collation, difference, multirange);
    }

    /** The same type with bounds in the order of a collation. */
    public RangeType collated(QualifiedName other) {
        return new RangeType(name, subtype, operatorClass, Optional.of(other), difference, multirange);
    }

    /** The same type with a function that gives the distance of two bounds. */
    public RangeType measuredBy(QualifiedName function) {
        return new RangeType(name, subtype, operatorClass, collation, Optional.of(function), multirange);
    }

    /** The same type with another name for its multirange. */
    public RangeType withMultirange(String other) {
        return new RangeType(name, subtype, operatorClass, collation, difference, other);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        Stream.of(subtype.userDefined(), operatorClass, collation, difference)
                .flatMap(Optional::stream)
                .forEach(mentioned::add);
        Set<ObjectId<?>> required = UserType.super.requires(database);
        required.addAll(database.named(mentioned));
        return required;
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.type(name), Slot.type(name.named(multirange)));
    }

    @Override
    public RangeType named(QualifiedName other) {
        return new RangeType(other, subtype, operatorClass, collation, difference, multirange);
    }

    /** PostgreSQL leaves the names of the functions that make ranges as they are; another type could not have these then. */
    @Override
    public List<Statement> renamingAlong(QualifiedName to) {
        return constructors(name.name(), Sql.of("rename to {}", to.simple()), bounds());
    }

    /** The type of sets and the functions that make ranges and sets stay in their schema if nobody moves them. */
    @Override
    public List<Statement> movingAlong(String schema) {
        Sql moving = Sql.of("set schema {}", QualifiedName.unqualified(schema));
        Sql moved = Sql.of("{}", name.inSchema(schema));
        Statement ofSets = Statement.of(Sql.of("alter type {} {}", name.named(multirange), moving), LockMode.NONE);
        return Stream.of(
                        Stream.of(ofSets),
                        constructors(name.name(), moving, bounds()).stream(),
                        constructors(multirange, moving, List.of(Sql.raw(""), moved, Sql.of("{}[]", moved))).stream())
                .flatMap(statements -> statements)
                .toList();
    }

    private List<Sql> bounds() {
        return List.of(Sql.of("{}, {}", subtype, subtype), Sql.of("{}, {}, text", subtype, subtype));
    }

    private List<Statement> constructors(String called, Sql change, List<Sql> arguments) {
        return arguments.stream()
                .map(types -> Sql.of("alter function {}({}) {}", name.named(called), types, change))
                .map(sql -> Statement.of(sql, LockMode.NONE))
                .toList();
    }

    @Override
    public Optional<Rename> renamedAlong(ObjectId<?> to) {
        QualifiedName many = name.named(multirange);
        return to.name().schema().equals(name.schema())
                ? Optional.empty()
                : Optional.of(new Rename.OfStranger(
                        id(), many, many.inSchema(to.name().schema())));
    }

    @Override
    public RangeType following(Rename rename) {
        return new RangeType(
                rename.followSchema(name),
                subtype.following(rename),
                operatorClass.map(known -> rename.followName(known, OperatorClassDefinition.class)),
                collation.map(rename::followName),
                difference.map(rename::followName),
                multirange);
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Sql> options = new ArrayList<>(List.of(Sql.of("subtype = {}", subtype)));
        operatorClass.ifPresent(c -> options.add(Sql.of("subtype_opclass = {}", c)));
        collation.ifPresent(c -> options.add(Sql.of("collation = {}", c)));
        difference.ifPresent(f -> options.add(Sql.of("subtype_diff = {}", f)));
        if (!multirange.equals(multirangeOf(name.name()))) {
            options.add(Sql.of("multirange_type_name = {}", name.named(multirange)));
        }
        return List.of(
                Statement.of(Sql.of("create type {} as range ({})", name, Sql.join(", ", options)), LockMode.NONE));
    }
}

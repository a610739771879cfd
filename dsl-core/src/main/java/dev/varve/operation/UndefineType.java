package dev.varve.operation;

import dev.varve.model.BaseType;
import dev.varve.model.BaseTypeDefinition;
import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.Ownership;
import dev.varve.model.Privileges;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes a shell of a type. A type and the functions that it is made of need each other, so that PostgreSQL drops them together only:
 * {@code drop type trading.lots cascade}; the functions are made again for the shell.
 */
public record UndefineType(ObjectId<BaseType> id) implements Operation {

    @Override
    public String description() {
        return "make a shell of " + id;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(id);
    }

    private static boolean isOfRoles(SchemaObject owned) {
        return owned instanceof Ownership || owned instanceof Privileges;
    }

    private Stream<SchemaObject> functions(Database before) {
        return before.users(id).stream()
                .filter(user -> user.type() == Function.class)
                .map(before::get);
    }

    @Override
    public List<Statement> statements(Database before) {
        Database next = withoutAll(before);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(Sql.of("drop type {} cascade", id.name()), LockMode.NONE));
        for (SchemaObject object : remade(before)) {
            statements.addAll(object.creation(next));
            next = next.plus(object);
        }
        return statements;
    }

    private Database withoutAll(Database before) {
        Database rest = before.alter(id, defined -> BaseType.shell(defined.name()));
        for (SchemaObject function : functions(before).toList()) {
            rest = rest.minus(function.id());
        }
        return rest.minus(id);
    }

    /** The shell and the functions, each with what it owned; a shell must belong to whoever defines it, and has no privileges. */
    private List<SchemaObject> remade(Database before) {
        List<SchemaObject> objects = new ArrayList<>(List.of(BaseType.shell(id.name())));
        before.owned(id).stream().filter(Predicate.not(UndefineType::isOfRoles)).forEach(objects::add);
        functions(before).forEach(function -> objects.addAll(before.withOwned(function.id())));
        return objects;
    }

    @Override
    public Database after(Database before) {
        BaseType type = before.get(id);
        type.definition().orElseThrow(() -> new RefusedException(id, "The " + id + " is a shell already."));
        List<ObjectId<?>> others = Stream.concat(
                        before.users(id).stream().filter(user -> user.type() != Function.class),
                        functions(before).flatMap(function -> before.users(function.id()).stream()))
                .filter(user -> !isRemade(user, before))
                .<ObjectId<?>>map(user -> user)
                .toList();
        if (!others.isEmpty()) {
            throw new ObjectInUseException(id, "The " + id, others);
        }
        Database after = withoutAll(before);
        for (SchemaObject object : remade(before)) {
            after = after.plus(object);
        }
        return after;
    }

    private boolean isRemade(ObjectId<?> user, Database before) {
        return user.equals(id) || before.get(user).owner().isPresent();
    }

    @Override
    public Reversal reversal(Database before) {
        Optional<BaseTypeDefinition> definition = before.get(id).definition();
        List<Operation> back = new ArrayList<>();
        definition.ifPresent(made -> back.add(new DefineType(id, made)));
        before.owned(id).stream().filter(UndefineType::isOfRoles).forEach(owned -> back.add(new CreateObject(owned)));
        return new Reversal.Exact(back);
    }
}

package dev.varve.jooq;

import dev.varve.model.Aggregate;
import dev.varve.model.Argument;
import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Procedure;
import dev.varve.model.SchemaObject;
import dev.varve.model.Transition;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.meta.RoutineDefinition;
import org.jooq.meta.SchemaDefinition;

/** The functions, procedures and aggregates that give one value or none; those that give rows are tables. */
record Routines(
        Database state,
        DataTypes types,
        Comments comments,
        java.util.function.Function<ObjectId<?>, SchemaDefinition> schemas) {

    private static final TypeName TRIGGER = TypeName.of("trigger");
    private static final TypeName VOID = TypeName.of("void");

    List<RoutineDefinition> definitions(Predicate<ObjectId<?>> wanted, boolean triggers) {
        Map<QualifiedName, List<SchemaObject>> byName = new LinkedHashMap<>();
        state.objects()
                .filter(object -> wanted.test(object.id()) && isRoutine(object, triggers))
                .sorted((one, other) -> one.id().name().compareTo(other.id().name()))
                .forEach(object -> byName.computeIfAbsent(object.id().name(), name -> new ArrayList<>())
                        .add(object));
        return byName.values().stream().flatMap(this::overloads).toList();
    }

    private static boolean isRoutine(SchemaObject object, boolean triggers) {
        return object instanceof Procedure
                || object instanceof Aggregate
                || object instanceof Function function
                        && !function.result().isRows()
                        && (triggers || !function.result().types().contains(TRIGGER));
    }

    private Stream<RoutineDefinition> overloads(List<SchemaObject> sameName) {
        List<RoutineDefinition> definitions = new ArrayList<>();
        for (SchemaObject object : sameName) {
            String overload = sameName.size() > 1 ? String.valueOf(definitions.size() + 1) : "";
            definitions.add(definition(schemas.apply(object.id()), callable(object), overload));
        }
        return definitions.stream();
    }

    private RoutineDefinition definition(SchemaDefinition schema, Callable callable, String overload) {
        Parameters parameters = new Parameters(types);
        return callable.kind() == Callable.Kind.PROCEDURE
                ? new ProcedureDefinition(schema.getDatabase(), callable, overload, parameters)
                : new CallableDefinition(schema, callable, overload, parameters);
    }

    private Callable callable(SchemaObject object) {
        QualifiedName name = object.id().name();
        String comment = comments.on(object.id());
        if (object instanceof Procedure procedure) {
            return new Callable(name, procedure.arguments(), Optional.empty(), Callable.Kind.PROCEDURE, comment);
        }
        if (object instanceof Aggregate aggregate) {
            List<Argument> arguments = Stream.concat(
                            aggregate.arguments().direct().stream(), aggregate.arguments().aggregated().stream())
                    .toList();
            return new Callable(name, arguments, Optional.of(result(aggregate)), Callable.Kind.AGGREGATE, comment);
        }
        Function function = (Function) object;
        return new Callable(name, function.arguments(), result(function), Callable.Kind.FUNCTION, comment);
    }

    /** What goes through arguments is not given back beside them. */
    private static Optional<TypeName> result(Function function) {
        boolean given = function.arguments().stream()
                .anyMatch(argument -> argument.mode().isOutput());
        return Optional.of(function.result().types().get(0)).filter(type -> !given && !type.equals(VOID));
    }

    private TypeName result(Aggregate aggregate) {
        Transition transition = aggregate.transition();
        return transition
                .finish()
                .flatMap(finish -> state.objects(Function.class)
                        .filter(function -> function.name().equals(finish.function()))
                        .map(function -> function.result().types().get(0))
                        .findFirst())
                .orElse(transition.finish().isEmpty() ? transition.state() : ResultTypes.UNKNOWN);
    }
}

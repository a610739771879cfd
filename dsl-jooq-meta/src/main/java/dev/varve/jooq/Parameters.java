package dev.varve.jooq;

import dev.varve.model.Argument;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.meta.DefaultParameterDefinition;
import org.jooq.meta.InOutDefinition;
import org.jooq.meta.ParameterDefinition;
import org.jooq.meta.RoutineDefinition;

/** The arguments of routines as the generator takes them. */
record Parameters(DataTypes types) {

    /** An argument, and which way its value goes. */
    record Parameter(InOutDefinition way, ParameterDefinition definition) {}

    List<Parameter> of(Callable callable, RoutineDefinition routine) {
        List<Argument> arguments = callable.arguments();
        return IntStream.range(0, arguments.size())
                .mapToObj(i -> new Parameter(way(arguments.get(i)), definition(arguments.get(i), i + 1, routine)))
                .toList();
    }

    ParameterDefinition result(Callable callable, RoutineDefinition routine) {
        return new DefaultParameterDefinition(
                routine, "RETURN_VALUE", -1, types.of(callable.result().orElseThrow(), true, ""));
    }

    private ParameterDefinition definition(Argument argument, int place, RoutineDefinition routine) {
        String otherwise = argument.defaultValue().map(value -> value.text()).orElse("");
        return new DefaultParameterDefinition(
                routine,
                argument.name(),
                place,
                types.of(argument.type(), true, otherwise),
                !otherwise.isEmpty(),
                argument.name().isEmpty(),
                "");
    }

    private static InOutDefinition way(Argument argument) {
        return switch (argument.mode()) {
            case OUT -> InOutDefinition.OUT;
            case INOUT -> InOutDefinition.INOUT;
            case IN, VARIADIC -> InOutDefinition.IN;
        };
    }
}

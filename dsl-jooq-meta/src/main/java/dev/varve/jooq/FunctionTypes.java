package dev.varve.jooq;

import dev.varve.model.Argument;
import dev.varve.model.Function;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.QOM;

/** The types of calls: of the functions of a schema, and of functions that give a value of the type that they take. */
final class FunctionTypes {

    /** Functions of TimescaleDB, by the place of the argument whose type they have. */
    private static final Map<String, Integer> AS_ARGUMENT =
            Map.of("first", 0, "last", 0, "time_bucket", 1, "time_bucket_gapfill", 1, "locf", 0, "interpolate", 0);

    static final List<TypeRule<?>> RULES = List.of(
            new TypeRule<>(QOM.Function.class, (call, types) -> called(call, types)),
            new TypeRule<>(QOM.Lag.class, (lag, types) -> asArgument(lag.$field(), types)),
            new TypeRule<>(QOM.Lead.class, (lead, types) -> asArgument(lead.$field(), types)),
            new TypeRule<>(QOM.FirstValue.class, (first, types) -> asArgument(first.$field(), types)),
            new TypeRule<>(QOM.LastValue.class, (last, types) -> asArgument(last.$field(), types)));

    private FunctionTypes() {}

    private static Optional<TypeName> called(QOM.Function<?> call, ResultTypes types) {
        QualifiedName name = Scope.name(call.getQualifiedName());
        List<Field<?>> arguments = new ArrayList<>(call.$args());
        List<TypeName> results = results(name, arguments, types).distinct().toList();
        if (results.isEmpty()) {
            return Optional.ofNullable(AS_ARGUMENT.get(name.name()))
                    .filter(place -> place < arguments.size())
                    .flatMap(place -> asArgument(arguments.get(place), types));
        }
        return Optional.of(results.get(0)).filter(type -> results.size() == 1 && !isAny(type));
    }

    /** What becomes of a domain there only a server knows. */
    private static Optional<TypeName> asArgument(Field<?> argument, ResultTypes types) {
        return types.known(argument)
                .filter(type -> types.domains().of(type).isEmpty())
                .map(TypeName::unmodified);
    }

    private static boolean isAny(TypeName type) {
        return type.sql().startsWith("any");
    }

    /** What the functions of the schema that may be meant give. */
    private static Stream<TypeName> results(QualifiedName name, List<Field<?>> arguments, ResultTypes types) {
        return types.functions().stream()
                .filter(function -> function.name().equals(name) && takes(function, arguments, types))
                .map(Function::result)
                .filter(result -> !result.isTable())
                .flatMap(result -> result.types().stream());
    }

    private static boolean takes(Function function, List<Field<?>> arguments, ResultTypes types) {
        List<Argument> taken = function.arguments();
        return taken.size() == arguments.size()
                && IntStream.range(0, taken.size())
                        .allMatch(i -> takes(taken.get(i).type(), arguments.get(i), types));
    }

    /** An argument of which nothing is known may be what is taken. */
    private static boolean takes(TypeName taken, Field<?> argument, ResultTypes types) {
        return isAny(taken)
                || types.known(argument)
                        .filter(type -> !type.unmodified().equals(taken))
                        .filter(type -> !types.domains().base(type).unmodified().equals(taken))
                        .isEmpty();
    }
}

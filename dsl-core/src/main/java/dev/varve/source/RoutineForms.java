package dev.varve.source;

import dev.varve.model.Argument;
import dev.varve.model.Estimate;
import dev.varve.model.Function;
import dev.varve.model.FunctionTraits;
import dev.varve.model.ObjectId;
import dev.varve.model.ParallelSafety;
import dev.varve.model.Procedure;
import dev.varve.model.Routine;
import dev.varve.model.RoutineBody;
import dev.varve.model.RoutineTraits;
import dev.varve.model.SchemaObject;
import dev.varve.model.TypeName;
import dev.varve.model.Volatility;
import dev.varve.sql.Expression;
import java.util.List;
import java.util.Map;

/** Functions and procedures. */
final class RoutineForms {

    private RoutineForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(Function.class, (id, source) -> name("function", id, source), RoutineForms::function),
                ObjectForm.of(Procedure.class, (id, source) -> name("procedure", id, source), RoutineForms::procedure));
    }

    /** The name with the types of the arguments, which tell it from others of the name. */
    private static Code name(String word, ObjectId<? extends SchemaObject> id, Source source) {
        Chain chain = Names.of(word, id.name());
        for (TypeName type : ArgumentTypes.of(id)) {
            chain = chain.then("argument", "", source.type(type));
        }
        return chain;
    }

    private static Code function(Function function, Source source) {
        Chain chain = arguments(Names.of("function", function.name()), function, source);
        boolean says = function.arguments().stream()
                        .noneMatch(argument -> argument.mode().isOutput())
                || function.returns().startsWith("setof");
        Chain returning = chain.when(says && !function.returns().equals("void"), "returns", function.returns());
        Chain planned = planned(returning, function.planning(), function.body().language());
        return body(running(planned, function.traits()), function.body());
    }

    private static Code procedure(Procedure procedure, Source source) {
        Chain chain = arguments(Names.of("procedure", procedure.name()), procedure, source);
        String language = procedure.body().language();
        Chain spoken = chain.when(!language.equals("plpgsql"), "language", language);
        return body(running(spoken, procedure.traits()), procedure.body());
    }

    private static Chain arguments(Chain chain, Routine routine, Source source) {
        Chain all = chain;
        for (Argument argument : routine.arguments()) {
            all = all.then(argument(argument, source));
        }
        return all;
    }

    static Call argument(Argument argument, Source source) {
        boolean isList =
                argument.mode() == Argument.Mode.VARIADIC && argument.type().array();
        TypeName said =
                isList ? new TypeName(argument.type().name(), argument.type().modifiers(), false) : argument.type();
        String word = switch (argument.mode()) {
            case IN -> "argument";
            case OUT -> "out";
            case INOUT -> "inout";
            case VARIADIC -> "variadic";
        };
        Code type = source.type(said);
        return argument.defaultValue()
                .map(value -> Call.of(word, argument.name(), type, Expressions.sql(value)))
                .orElseGet(() -> Call.of(word, argument.name(), type));
    }

    private static Chain planned(Chain chain, FunctionTraits traits, String language) {
        Chain spoken = chain.when(!language.equals("plpgsql"), "language", language)
                .when(traits.volatility() == Volatility.STABLE, "stable")
                .when(traits.volatility() == Volatility.IMMUTABLE, "immutable")
                .when(traits.strict(), "strict")
                .when(traits.leakproof(), "leakproof")
                .when(traits.parallel() == ParallelSafety.SAFE, "parallelSafe")
                .when(traits.parallel() == ParallelSafety.RESTRICTED, "parallelRestricted")
                .when(traits.window(), "window");
        return estimated(spoken, traits.estimate());
    }

    private static Chain estimated(Chain chain, Estimate estimate) {
        Chain known = chain.when(estimate.cost().map(cost -> Code.raw(cost.toPlainString())), "cost")
                .when(estimate.rows().map(rows -> Code.raw(rows.toPlainString())), "rows");
        return estimate.support()
                .map(name -> known.then("support", name.schema().isEmpty() ? "pg_catalog" : name.schema(), name.name()))
                .orElse(known);
    }

    private static Chain running(Chain chain, RoutineTraits traits) {
        Chain running = chain.when(traits.securityDefiner(), "securityDefiner");
        boolean open = traits.securityDefiner() && !traits.settings().containsKey("search_path");
        running = running.when(open, "noSetting", "search_path");
        for (Map.Entry<String, String> setting : traits.settings().entrySet()) {
            boolean implied = traits.securityDefiner()
                    && setting.getKey().equals("search_path")
                    && setting.getValue().isEmpty();
            running = running.when(!implied, "setting", setting.getKey(), setting.getValue());
        }
        return running;
    }

    private static Code body(Chain chain, RoutineBody body) {
        if (body instanceof RoutineBody.Text text) {
            return chain.then("body", text.text());
        }
        String text = ((RoutineBody.Parsed) body).query().text();
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("return ")) {
            return chain.then("computes", Expressions.sql(new Expression(text.substring("return ".length()))));
        }
        return chain.then("parsed", text);
    }
}

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
import java.util.Locale;
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
        List<TypeName> types = ArgumentTypes.of(id);
        List<String> names = argumentNames(id, source);
        for (int i = 0; i < types.size(); i++) {
            String called = names.size() == types.size() ? names.get(i) : "";
            chain = chain.then("argument", called, source.type(types.get(i)));
        }
        return chain;
    }

    /** What the arguments are called that tell it from others; nothing but a reader asks for that. */
    private static List<String> argumentNames(ObjectId<? extends SchemaObject> id, Source source) {
        return source.before().find(id).filter(Routine.class::isInstance).stream()
                .flatMap(routine -> ((Routine) routine).arguments().stream())
                .filter(argument -> id.type() == Procedure.class || argument.mode() != Argument.Mode.OUT)
                .map(Argument::name)
                .toList();
    }

    private static Code function(Function function, Source source) {
        Chain chain = arguments(Names.of("function", function.name()), function, source);
        boolean says = function.arguments().stream()
                        .noneMatch(argument -> argument.mode().isOutput())
                || function.returns().startsWith("setof");
        Chain returning = chain.when(says && !function.returns().equals("void"), "returns", function.returns());
        Chain planned = planned(speaking(returning, function), function.planning());
        return body(running(planned, function.traits(), source), function.body());
    }

    private static Code procedure(Procedure procedure, Source source) {
        Chain chain = arguments(Names.of("procedure", procedure.name()), procedure, source);
        return body(running(speaking(chain, procedure), procedure.traits(), source), procedure.body());
    }

    /** The language, unless it is the usual one or that of a word for the body. */
    private static Chain speaking(Chain chain, Routine routine) {
        boolean said = routine.body() instanceof RoutineBody.Text;
        String language = routine.body().language();
        return chain.when(said && !language.equals("plpgsql"), "language", language);
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

    private static Chain planned(Chain chain, FunctionTraits traits) {
        Chain planned = chain.when(traits.volatility() == Volatility.STABLE, "stable")
                .when(traits.volatility() == Volatility.IMMUTABLE, "immutable")
                .when(traits.strict(), "strict")
                .when(traits.leakproof(), "leakproof")
                .when(traits.parallel() == ParallelSafety.SAFE, "parallelSafe")
                .when(traits.parallel() == ParallelSafety.RESTRICTED, "parallelRestricted")
                .when(traits.window(), "window");
        return estimated(planned, traits.estimate());
    }

    private static Chain estimated(Chain chain, Estimate estimate) {
        Chain known = chain.when(estimate.cost().map(cost -> Code.raw(cost.toPlainString())), "cost")
                .when(estimate.rows().map(rows -> Code.raw(rows.toPlainString())), "rows");
        return known.then(Names.calls("support", estimate.support()));
    }

    private static Chain running(Chain chain, RoutineTraits traits, Source source) {
        Chain running = chain.then(traits.transforms().stream()
                .map(type -> Call.of("transforming", source.type(type)))
                .toList());
        boolean open = traits.securityDefiner() && !traits.settings().containsKey("search_path");
        running = running.when(open, "securityDefiner").when(open, "noSetting", "search_path");
        for (Map.Entry<String, String> setting : traits.settings().entrySet()) {
            boolean path = traits.securityDefiner() && setting.getKey().equals("search_path");
            boolean implied = path && setting.getValue().isEmpty();
            running = running.when(path, "securityDefiner")
                    .when(!implied, "setting", setting.getKey(), setting.getValue());
        }
        return running;
    }

    private static Code body(Chain chain, RoutineBody body) {
        if (body instanceof RoutineBody.Text text) {
            return chain.then("body", text.text()).when(!text.checked(), "unchecked");
        }
        if (body instanceof RoutineBody.Compiled compiled) {
            return chain.then("compiled", compiled.library(), compiled.symbol());
        }
        String text = ((RoutineBody.Parsed) body).query().text();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("return ")) {
            return chain.then("computes", Expressions.sql(new Expression(text.substring("return ".length()))));
        }
        return chain.then("parsed", text);
    }
}

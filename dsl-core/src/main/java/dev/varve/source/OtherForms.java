package dev.varve.source;

import dev.varve.model.AccessMethodDefinition;
import dev.varve.model.Cast;
import dev.varve.model.Collation;
import dev.varve.model.Conversion;
import dev.varve.model.ExtendedStatistics;
import dev.varve.model.IndexKey;
import dev.varve.model.Publication;
import dev.varve.model.PublishedTable;
import dev.varve.model.Subscription;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What few schemas hold: collations, casts, conversions, statistics, access methods, replication. */
final class OtherForms {

    private OtherForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(Collation.class, (id, source) -> Names.of("collation", id.name()), OtherForms::collation),
                ObjectForm.of(
                        Cast.class, (id, source) -> cast(source.before().get(id), source), OtherForms::definition),
                ObjectForm.of(
                        Conversion.class, (id, source) -> Names.of("conversion", id.name()), OtherForms::conversion),
                ObjectForm.of(
                        AccessMethodDefinition.class,
                        (id, source) -> Call.of("accessMethod", id.name().name()),
                        OtherForms::accessMethod),
                ObjectForm.of(
                        ExtendedStatistics.class,
                        (id, source) -> Names.of("statisticsOf", id.name()),
                        OtherForms::statistics),
                ObjectForm.of(
                        Publication.class,
                        (id, source) -> Call.of("publication", id.name().name()),
                        OtherForms::publication),
                ObjectForm.of(
                        Subscription.class,
                        (id, source) -> Call.of("subscription", id.name().name()),
                        OtherForms::subscription));
    }

    private static Code collation(Collation collation, Source source) {
        Chain chain = Names.of("collation", collation.name());
        boolean twice = !collation.collate().equals(collation.characterType());
        Chain located = switch (collation.provider()) {
            case ICU -> chain.then("icu", collation.collate());
            case BUILTIN -> chain.then("builtin", collation.collate());
            case LIBC ->
                twice
                        ? chain.then("libc", collation.collate(), collation.characterType())
                        : chain.then("libc", collation.collate());
        };
        return located.when(!collation.deterministic(), "nondeterministic").when(collation.rules(), "rules");
    }

    private static Chain cast(Cast cast, Source source) {
        return Chain.of("cast", source.type(cast.from()), source.type(cast.to()));
    }

    private static Code definition(Cast cast, Source source) {
        Chain chain = cast(cast, source)
                .when(cast.function().map(source::name), "with")
                .when(cast.function().isEmpty() && cast.binary(), "withoutFunction");
        return chain.when(cast.context() == Cast.Context.ASSIGNMENT, "asAssignment")
                .when(cast.context() == Cast.Context.IMPLICIT, "asImplicit");
    }

    private static Code conversion(Conversion conversion, Source source) {
        return Names.of("conversion", conversion.name())
                .then("between", conversion.from(), conversion.to())
                .then(Names.call("with", conversion.function()))
                .when(conversion.byDefault(), "asDefault");
    }

    private static Code accessMethod(AccessMethodDefinition method, Source source) {
        boolean isIndex = method.purpose() == AccessMethodDefinition.Purpose.INDEX;
        return Chain.of("accessMethod", method.name())
                .then(Names.call(isIndex ? "forIndexes" : "forTables", method.handler()));
    }

    private static Code statistics(ExtendedStatistics statistics, Source source) {
        List<Code> on = new ArrayList<>(List.of(source.name(statistics.on())));
        List<Expression> others = new ArrayList<>();
        for (Expression key : statistics.keys()) {
            if (IndexKey.expression(key).column()) {
                on.add(Code.string(columnName(key)));
            } else {
                others.add(key);
            }
        }
        Chain chain = Names.of("statisticsOf", statistics.name()).then(new Call("on", on));
        for (Expression other : others) {
            chain = chain.then("and", Expressions.sql(other));
        }
        return chain.when(
                        !statistics.kinds().isEmpty(),
                        "kinds",
                        constants("ExtendedStatistics", "Kind", statistics.kinds()))
                .when(statistics.target().map(target -> Code.raw(target.toString())), "target");
    }

    private static String columnName(Expression key) {
        return key.bareNames().stream()
                .filter(name -> Identifier.of(name).sql().equals(key.text()))
                .findFirst()
                .orElse(key.text());
    }

    private static Code constants(String type, String inner, Collection<? extends Enum<?>> constants) {
        List<String> names = constants.stream()
                .sorted()
                .map(constant -> type + '.' + inner + '.' + constant.name())
                .toList();
        return Code.raw(String.join(", ", names), Set.of("dev.varve.model." + type));
    }

    private static Code publication(Publication publication, Source source) {
        Chain chain = Chain.of("publication", publication.name()).when(publication.allTables(), "allTables");
        for (PublishedTable table : publication.tables()) {
            chain = chain.then(published(table, source));
        }
        for (String schema : publication.schemas()) {
            chain = chain.then("tablesInSchema", schema);
        }
        boolean some = publication.operations().size() < Publication.Operation.values().length;
        return chain.when(some, "publish", constants("Publication", "Operation", publication.operations()))
                .when(publication.viaRoot(), "viaPartitionRoot")
                .when(publication.generatedColumns(), "generatedColumns");
    }

    private static Call published(PublishedTable table, Source source) {
        List<Code> words = new ArrayList<>(List.of(source.name(table.table())));
        table.where().ifPresent(condition -> words.add(Code.string(condition.text())));
        table.columns().forEach(column -> words.add(Code.string(column)));
        return new Call(table.where().isPresent() ? "rows" : "table", words);
    }

    private static Code subscription(Subscription subscription, Source source) {
        Chain chain = Chain.of("subscription", subscription.name())
                .then("connection", subscription.connection())
                .then("publications", Names.list(subscription.publications()))
                .when(subscription.slot(), "slot")
                .when(subscription.enabled(), "enabled");
        for (Map.Entry<String, String> option : subscription.options().entrySet()) {
            chain = chain.then("option", option.getKey(), option.getValue());
        }
        return chain;
    }
}

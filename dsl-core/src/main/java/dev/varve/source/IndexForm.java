package dev.varve.source;

import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.NamingConvention.Kind;
import dev.varve.model.Comment;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.OperatorClass;
import dev.varve.model.Options;
import dev.varve.model.Storage;
import dev.varve.operation.SetComment;
import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An index as it is written: {@code on(asc("symbol"), desc("timestamp")).where("price > 0")}. */
final class IndexForm {

    private IndexForm() {}

    static Chain of(Index index, NamingConvention naming) {
        boolean plain = index.keys().stream().allMatch(key -> columnName(key).isPresent() && isPlain(key));
        Chain on = plain ? Chain.of("on", columns(index)) : new Keys(index.keys()).chain();
        return stored(
                        on.when(index.unique(), "unique")
                                .when(index.nullsNotDistinct(), "nullsNotDistinct")
                                .when(!index.method().equals("btree"), "using", index.method())
                                .when(!index.included().isEmpty(), "include", Names.list(index.included()))
                                .when(index.where().map(condition -> condition.text()), "where"),
                        index.storage())
                .when(!isConventional(index, naming), "named", index.name().name());
    }

    /** Whether the columns say everything. */
    static boolean isPlain(Index index, NamingConvention naming) {
        return of(index, naming).flat().equals("on(" + columns(index).flat() + ')');
    }

    /** The columns of an index that has nothing else. */
    static Code columns(Index index) {
        return Names.list(index.keys().stream()
                .map(key -> columnName(key).orElseGet(() -> key.expression().text()))
                .toList());
    }

    private record Keys(List<IndexKey> keys) {

        Chain chain() {
            return Chain.on(new Call("on", keys.stream().map(IndexForm::key).toList()));
        }
    }

    private static boolean isConventional(Index index, NamingConvention naming) {
        List<String> parts = index.keys().stream().flatMap(IndexForm::words).toList();
        return naming.shortName(Kind.INDEX, index.on().name(), parts)
                .equals(index.name().name());
    }

    /** The words of a key for the name of what has it. */
    static Stream<String> words(IndexKey key) {
        return key.column()
                ? key.expression().bareNames().stream()
                : Stream.of(key.expression().text().replaceAll("\\W+", "_").replaceAll("^_|_$", ""));
    }

    /** What makes another index of one: words where it can be altered, else it goes and comes. */
    static List<Sentence> altered(Index from, Index to, Source source) {
        if (to.alteration(from, source.before()).isEmpty()) {
            return replaced(from, to, source);
        }
        List<Call> calls = new ArrayList<>();
        if (!from.storage().parameters().equals(to.storage().parameters())) {
            calls.add(parameters(to.storage().parameters())
                    .map(parameters -> Call.of("storage", parameters))
                    .orElseGet(() -> Call.of("dropStorage")));
        }
        if (!from.storage().tablespace().equals(to.storage().tablespace())) {
            calls.add(Call.of("tablespace", to.storage().tablespace().orElse("pg_default")));
        }
        for (int i = 0; i < to.keys().size(); i++) {
            if (!from.keys().get(i).statistics().equals(to.keys().get(i).statistics())) {
                calls.add(statistics(i + 1, to.keys().get(i).statistics()));
            }
        }
        return calls.isEmpty() ? List.of() : List.of(new Sentence(Optional.of(source.name(to.id())), calls));
    }

    /** An index that is dropped takes its comment along. */
    private static List<Sentence> replaced(Index from, Index to, Source source) {
        List<Sentence> sentences = new ArrayList<>(List.of(
                Sentence.of("drop", source.name(from.id())),
                Sentence.about(source.name(to.on()), RelationForms.indexed("addIndex", to, source.naming()))));
        source.before()
                .find(Comment.id(from.id(), ""))
                .map(comment -> new SetComment(to.id(), "", Optional.of(comment.text())))
                .ifPresent(comment -> sentences.addAll(source.sentences(comment)));
        return sentences;
    }

    private static Call statistics(int key, Optional<Integer> target) {
        return target.map(number -> Call.of("statistics", key, number))
                .orElseGet(() -> Call.of("defaultStatistics", key));
    }

    static Chain stored(Chain chain, Storage storage) {
        return chain.when(parameters(storage.parameters()), "storage").when(storage.tablespace(), "tablespace");
    }

    static Optional<Code> parameters(Options options) {
        return Optional.of(options).filter(some -> !some.isEmpty()).map(Expressions::parameters);
    }

    private static Optional<String> columnName(IndexKey key) {
        return key.expression().bareNames().stream()
                .filter(name -> key.column()
                        && Identifier.of(name).sql().equals(key.expression().text()))
                .findFirst();
    }

    private static boolean isPlain(IndexKey key) {
        return key.equals(IndexKey.expression(key.expression()));
    }

    /** A key: {@code desc("placed").withNullsLast()}. */
    static Code key(IndexKey key) {
        Chain start = columnName(key)
                .map(name -> Chain.of(key.descending() ? "desc" : "asc", name))
                .orElseGet(
                        () -> Chain.of("key", Expressions.sql(key.expression())).when(key.descending(), "desc"));
        Chain ordered = start.when(key.nullsFirst() && !key.descending(), "withNullsFirst")
                .when(!key.nullsFirst() && key.descending(), "withNullsLast");
        Chain collated = key.collation().map(c -> collated(ordered, c)).orElse(ordered);
        Chain compared = key.operatorClass().map(c -> compared(collated, c)).orElse(collated);
        return key.statistics()
                .map(target -> compared.then(
                        "statistics", Code.raw("Optional.of(" + target + ')', Set.of("java.util.Optional"))))
                .orElse(compared);
    }

    private static Chain collated(Chain chain, QualifiedName collation) {
        return collation.schema().equals("pg_catalog")
                ? chain.then("collate", collation.name())
                : chain.then("collate", collation.schema(), collation.name());
    }

    private static Chain compared(Chain chain, OperatorClass operators) {
        Chain using = operators.isBuiltIn()
                ? chain.then("using", operators.name().name())
                : chain.then(
                        "using", operators.name().schema(), operators.name().name());
        for (Map.Entry<String, String> parameter :
                operators.parameters().values().entrySet()) {
            using = using.then("with", parameter.getKey(), parameter.getValue());
        }
        return using;
    }
}

package dev.varve.source;

import dev.varve.model.TextSearchConfiguration;
import dev.varve.model.TextSearchDictionary;
import dev.varve.model.TextSearchParser;
import dev.varve.model.TextSearchTemplate;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Text search: parsers, templates, dictionaries, configurations. */
final class TextSearchForms {

    private TextSearchForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(
                        TextSearchParser.class,
                        (id, source) -> Names.of("textSearchParser", id.name()),
                        TextSearchForms::parser),
                ObjectForm.of(
                        TextSearchTemplate.class,
                        (id, source) -> Names.of("textSearchTemplate", id.name()),
                        TextSearchForms::template),
                ObjectForm.of(
                        TextSearchDictionary.class,
                        (id, source) -> Names.of("textSearchDictionary", id.name()),
                        TextSearchForms::dictionary),
                ObjectForm.of(
                        TextSearchConfiguration.class,
                        (id, source) -> Names.of("textSearchConfiguration", id.name()),
                        TextSearchForms::configuration));
    }

    private static Code parser(TextSearchParser parser, Source source) {
        TextSearchParser.Functions functions = parser.functions();
        return Names.of("textSearchParser", parser.name())
                .then(Names.call("start", functions.start()))
                .then(Names.call("nextToken", functions.nextToken()))
                .then(Names.call("end", functions.end()))
                .then(Names.call("tokenTypes", functions.tokenTypes()))
                .then(Names.calls("headline", parser.headline()));
    }

    private static Code template(TextSearchTemplate template, Source source) {
        return Names.of("textSearchTemplate", template.name())
                .then(Names.calls("init", template.init()))
                .then(Names.call("lexize", template.lexize()));
    }

    private static Code dictionary(TextSearchDictionary dictionary, Source source) {
        Chain chain = SchemaForms.qualified(
                Names.of("textSearchDictionary", dictionary.name()), "template", Optional.of(dictionary.template()));
        for (Map.Entry<String, String> option : dictionary.options().entrySet()) {
            chain = chain.then("option", option.getKey(), option.getValue());
        }
        return chain;
    }

    private static Code configuration(TextSearchConfiguration configuration, Source source) {
        QualifiedName parser = configuration.parser();
        boolean usual = parser.equals(QualifiedName.of("pg_catalog", "default"));
        Chain chain = Names.of("textSearchConfiguration", configuration.name())
                .when(!usual, "parser", parser.schema(), parser.name());
        for (Map.Entry<String, List<QualifiedName>> mapping :
                configuration.mappings().entrySet()) {
            List<Code> words = new ArrayList<>(List.of(Code.string(mapping.getKey())));
            mapping.getValue().forEach(name -> words.add(Names.of("textSearchDictionary", name)));
            chain = chain.then(new Call("mapping", words));
        }
        return chain;
    }
}

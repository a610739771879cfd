package dev.varve.source;

import dev.varve.model.ForeignDataWrapper;
import dev.varve.model.ForeignOptions;
import dev.varve.model.ForeignServer;
import dev.varve.model.UserMapping;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is needed for rows on other servers. */
final class ForeignForms {

    private ForeignForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(
                        ForeignDataWrapper.class,
                        (id, source) -> Call.of("foreignDataWrapper", id.name().name()),
                        ForeignForms::wrapper),
                ObjectForm.of(
                        ForeignServer.class,
                        (id, source) -> Chain.of("foreignServer", id.name().name()),
                        ForeignForms::server),
                ObjectForm.of(
                        UserMapping.class,
                        (id, source) -> mapping(source.before().get(id), source),
                        (mapping, source) -> told(mapping(mapping, source), mapping.options())));
    }

    private static Code wrapper(ForeignDataWrapper wrapper, Source source) {
        Chain chain = Chain.of("foreignDataWrapper", wrapper.name());
        Chain handled = named(chain, "handler", wrapper.handler());
        return told(named(handled, "validator", wrapper.validator()), wrapper.options());
    }

    private static Chain named(Chain chain, String word, Optional<QualifiedName> function) {
        return function.map(
                        name -> chain.then(word, name.schema().isEmpty() ? "pg_catalog" : name.schema(), name.name()))
                .orElse(chain);
    }

    private static Code server(ForeignServer server, Source source) {
        Chain chain = Chain.of("foreignServer", server.name())
                .then("wrapper", server.wrapper().name().name())
                .when(server.type(), "type")
                .when(server.version(), "version");
        return told(chain, server.options());
    }

    private static Chain mapping(UserMapping mapping, Source source) {
        return Chain.of("userMapping", mapping.role(), source.name(mapping.server()));
    }

    private static Chain told(Chain chain, ForeignOptions options) {
        Chain all = chain;
        for (Map.Entry<String, String> option : options.values().entrySet()) {
            all = all.then("option", option.getKey(), option.getValue());
        }
        return all;
    }
}

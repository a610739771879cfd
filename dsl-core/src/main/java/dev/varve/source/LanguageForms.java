package dev.varve.source;

import dev.varve.model.Language;
import dev.varve.model.ObjectId;
import dev.varve.model.Transform;
import java.util.List;

/** Languages, and how values come to them and back. */
final class LanguageForms {

    private LanguageForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(
                        Language.class,
                        (id, source) -> Call.of("proceduralLanguage", id.name().name()),
                        LanguageForms::language),
                ObjectForm.of(Transform.class, LanguageForms::name, LanguageForms::transform));
    }

    private static Code language(Language language, Source source) {
        return Chain.of("proceduralLanguage", language.name())
                .when(language.trusted(), "trusted")
                .then(Names.call("handler", language.handler()))
                .then(Names.calls("inline", language.inline()))
                .then(Names.calls("validator", language.validator()));
    }

    private static Code name(ObjectId<Transform> id, Source source) {
        return start(source.before().get(id), source);
    }

    private static Chain start(Transform transform, Source source) {
        return Chain.of("transform", source.type(transform.type()), transform.language());
    }

    private static Code transform(Transform transform, Source source) {
        return start(transform, source)
                .then(Names.calls("fromSql", transform.fromSql()))
                .then(Names.calls("toSql", transform.toSql()));
    }
}

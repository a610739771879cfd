package dev.varve.dsl;

import dev.varve.model.Language;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A language as it is written; with its name alone it stands for one that is already there. */
public record LanguageSpec(Language language) implements Named, Creation, Replacement {

    static LanguageSpec of(String name) {
        return new LanguageSpec(
                new Language(name, false, QualifiedName.unqualified("nothing"), Optional.empty(), Optional.empty()));
    }

    /** Lets everybody write functions in it. */
    public LanguageSpec trusted() {
        return new LanguageSpec(
                new Language(language.name(), true, language.handler(), language.inline(), language.validator()));
    }

    /** Runs functions by a function of that schema. */
    public LanguageSpec handler(String schema, String function) {
        return new LanguageSpec(new Language(
                language.name(),
                language.trusted(),
                QualifiedName.of(schema, function),
                language.inline(),
                language.validator()));
    }

    /** Runs {@code do} by a function of that schema. */
    public LanguageSpec inline(String schema, String function) {
        return new LanguageSpec(new Language(
                language.name(),
                language.trusted(),
                language.handler(),
                Optional.of(QualifiedName.of(schema, function)),
                language.validator()));
    }

    /** Looks at new functions by a function of that schema. */
    public LanguageSpec validator(String schema, String function) {
        return new LanguageSpec(new Language(
                language.name(),
                language.trusted(),
                language.handler(),
                language.inline(),
                Optional.of(QualifiedName.of(schema, function))));
    }

    @Override
    public ObjectId<Language> id() {
        return language.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(language));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(language);
    }
}

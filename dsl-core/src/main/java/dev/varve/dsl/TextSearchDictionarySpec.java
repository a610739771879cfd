package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.TextSearchDictionary;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;

/** A text search dictionary as it is written; with its name alone it stands for one that is already there. */
public record TextSearchDictionarySpec(TextSearchDictionary dictionary)
        implements Named, Creation, Replacement, Alterable<TextSearchDictionarySpec.Alteration> {

    static TextSearchDictionarySpec of(String name) {
        QualifiedName simple = QualifiedName.of("pg_catalog", "simple");
        return new TextSearchDictionarySpec(
                new TextSearchDictionary(QualifiedName.of("public", name), simple, Map.of()));
    }

    /** Puts the dictionary into a schema; {@code pg_catalog} is that of PostgreSQL's own. */
    public TextSearchDictionarySpec inSchema(String schema) {
        return new TextSearchDictionarySpec(dictionary.named(dictionary.name().inSchema(schema)));
    }

    /** Is made of a template of PostgreSQL, such as {@code "snowball"}. */
    public TextSearchDictionarySpec template(String name) {
        return template("pg_catalog", name);
    }

    /** Is made of a template. */
    public TextSearchDictionarySpec template(String schema, String name) {
        return new TextSearchDictionarySpec(
                new TextSearchDictionary(dictionary.name(), QualifiedName.of(schema, name), dictionary.options()));
    }

    /** Tells the template something, such as {@code option("language", "german")}. */
    public TextSearchDictionarySpec option(String option, String value) {
        return new TextSearchDictionarySpec(dictionary.option(option, value));
    }

    @Override
    public ObjectId<TextSearchDictionary> id() {
        return dictionary.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(dictionary));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(dictionary);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Telling(String option, String value) implements ObjectChange<TextSearchDictionary> {

        @Override
        public TextSearchDictionary of(TextSearchDictionary before) {
            return before.option(option, value);
        }
    }

    private record Forgetting(String option) implements ObjectChange<TextSearchDictionary> {

        @Override
        public TextSearchDictionary of(TextSearchDictionary before) {
            return before.withoutOption(option);
        }
    }

    /** The words for changing a text search dictionary. */
    public static final class Alteration {

        private final ObjectId<TextSearchDictionary> dictionary;
        private final Changes changes;

        private Alteration(ObjectId<TextSearchDictionary> dictionary, Changes changes) {
            this.dictionary = dictionary;
            this.changes = changes;
        }

        /** Tells the template something. */
        public Alteration option(String option, String value) {
            changes.add(new AlterObject<>(dictionary, new Telling(option, value)));
            return this;
        }

        /** Tells the template that no more. */
        public Alteration dropOption(String option) {
            changes.add(new AlterObject<>(dictionary, new Forgetting(option)));
            return this;
        }
    }
}

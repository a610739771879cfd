package dev.varve.reference;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.textSearchConfiguration;
import static dev.varve.dsl.Postgres.textSearchDictionary;

import dev.varve.dsl.Changes;
import dev.varve.dsl.TextSearchConfigurationSpec;
import dev.varve.dsl.TextSearchDictionarySpec;

final class TextSearch implements ReferencePage {

    private static final TextSearchDictionarySpec STEMS =
            textSearchDictionary("stems").inSchema("shop");
    private static final TextSearchDictionarySpec SIMPLE =
            textSearchDictionary("simple").inSchema("pg_catalog");
    private static final TextSearchConfigurationSpec SEARCH =
            textSearchConfiguration("searching").inSchema("shop");

    @Override
    public String title() {
        return "Text search";
    }

    @Override
    public String introduction() {
        return """
                A configuration cuts a text into tokens and asks dictionaries what they mean. Parsers and templates are made of functions in C
                and are not part of the DSL: they come with extensions.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a dictionary")
    void dictionary(Changes changes) {
        changes.create(STEMS.template("snowball").option("language", "german"));
    }

    @Snippet(value = "Change its options", after = "dictionary")
    void options(Changes changes) {
        changes.alter(STEMS).option("stopwords", "german");
    }

    @Snippet(value = "Drop an option", after = "options")
    void dropOption(Changes changes) {
        changes.alter(STEMS).dropOption("stopwords");
    }

    @Snippet(value = "Create a configuration", after = "dictionary")
    void create(Changes changes) {
        changes.create(SEARCH.mapping("asciiword", STEMS)
                .mapping("word", STEMS, SIMPLE)
                .mapping("int", SIMPLE));
    }

    @Snippet(value = "Ask other dictionaries", after = "create")
    void mapping(Changes changes) {
        changes.alter(SEARCH).mapping("word", SIMPLE).mapping("email", SIMPLE).dropMapping("int");
    }

    @Snippet(value = "Rename a dictionary, which the configuration follows", after = "create")
    void renameDictionary(Changes changes) {
        changes.rename(STEMS, "german_words");
    }

    @Snippet(value = "Rename a configuration", after = "create")
    void rename(Changes changes) {
        changes.rename(SEARCH, "finding");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(STEMS, "archive");
        changes.move(SEARCH, "archive");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(STEMS, "German words");
        changes.comment(SEARCH, "What customers look for");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(SEARCH);
        changes.drop(STEMS);
    }
}

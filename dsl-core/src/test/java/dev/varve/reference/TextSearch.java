package dev.varve.reference;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.textSearchConfiguration;
import static dev.varve.dsl.Postgres.textSearchDictionary;
import static dev.varve.dsl.Postgres.textSearchParser;
import static dev.varve.dsl.Postgres.textSearchTemplate;

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
                A configuration cuts a text into tokens and asks dictionaries what they mean. A parser cuts, and a template is what
                dictionaries are made of: both are made of functions in C, of which PostgreSQL has some.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a dictionary")
    void dictionary(Changes changes) {
        changes.create(STEMS.template("snowball").option("language", "german"));
    }

    @Snippet("Create a parser")
    void parser(Changes changes) {
        changes.create(textSearchParser("cutting")
                .inSchema("shop")
                .start("pg_catalog", "prsd_start")
                .nextToken("pg_catalog", "prsd_nexttoken")
                .end("pg_catalog", "prsd_end")
                .tokenTypes("pg_catalog", "prsd_lextype")
                .headline("pg_catalog", "prsd_headline"));
    }

    @Snippet("Create a template")
    void template(Changes changes) {
        changes.create(textSearchTemplate("plain")
                .inSchema("shop")
                .init("pg_catalog", "dsimple_init")
                .lexize("pg_catalog", "dsimple_lexize"));
    }

    @Snippet(value = "Use a parser and a template, and rename and move them", after = "template")
    void renameParser(Changes changes) {
        changes.create(textSearchParser("cutting").inSchema("shop"));
        changes.create(textSearchDictionary("words").inSchema("shop").template("shop", "plain"));
        changes.create(SEARCH.parser("shop", "cutting")
                .mapping("word", textSearchDictionary("words").inSchema("shop")));
        changes.rename(textSearchParser("cutting").inSchema("shop"), "sewing");
        changes.rename(textSearchTemplate("plain").inSchema("shop"), "simplest");
        changes.move(textSearchParser("sewing").inSchema("shop"), "archive");
        changes.move(textSearchTemplate("simplest").inSchema("shop"), "archive");
    }

    @Snippet(value = "Change a template and a parser, which drops them and creates them again", after = "template")
    void replaceParser(Changes changes) {
        changes.replace(textSearchTemplate("plain").inSchema("shop").lexize("pg_catalog", "dsimple_lexize"));
        changes.create(textSearchParser("cutting").inSchema("shop"));
        changes.replace(textSearchParser("cutting")
                .inSchema("shop")
                .start("pg_catalog", "prsd_start")
                .nextToken("pg_catalog", "prsd_nexttoken")
                .end("pg_catalog", "prsd_end")
                .tokenTypes("pg_catalog", "prsd_lextype"));
    }

    @Snippet(value = "Comment on a parser and a template, and drop them", after = "template")
    void dropParser(Changes changes) {
        changes.create(textSearchParser("cutting").inSchema("shop"));
        changes.comment(textSearchParser("cutting").inSchema("shop"), "As the default one");
        changes.comment(textSearchTemplate("plain").inSchema("shop"), "As the simple one");
        changes.drop(textSearchParser("cutting").inSchema("shop"));
        changes.drop(textSearchTemplate("plain").inSchema("shop"));
    }

    @Snippet(value = "Change its options", after = "dictionary")
    void options(Changes changes) {
        changes.alter(STEMS).option("stopwords", "german").option("language", "english");
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

package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.TextSearchParser;
import dev.varve.model.TextSearchParser.Functions;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A text search parser as it is written; with its name alone it stands for one that is already there. What it does not say is done by the
 * functions of PostgreSQL's own parser.
 */
public record TextSearchParserSpec(TextSearchParser parser) implements Named, Creation, Replacement {

    static TextSearchParserSpec of(String name) {
        Functions usual = new Functions(usual("start"), usual("nexttoken"), usual("end"), usual("lextype"));
        return new TextSearchParserSpec(
                new TextSearchParser(QualifiedName.of("public", name), usual, Optional.empty()));
    }

    private static QualifiedName usual(String what) {
        return QualifiedName.of("pg_catalog", "prsd_" + what);
    }

    private TextSearchParserSpec by(Functions functions) {
        return new TextSearchParserSpec(new TextSearchParser(parser.name(), functions, parser.headline()));
    }

    /** Puts the parser into a schema. */
    public TextSearchParserSpec inSchema(String schema) {
        return new TextSearchParserSpec(parser.named(parser.name().inSchema(schema)));
    }

    /** Begins with a text by a function of that schema. */
    public TextSearchParserSpec start(String schema, String function) {
        Functions old = parser.functions();
        return by(new Functions(QualifiedName.of(schema, function), old.nextToken(), old.end(), old.tokenTypes()));
    }

    /** Gives the next token by a function of that schema. */
    public TextSearchParserSpec nextToken(String schema, String function) {
        Functions old = parser.functions();
        return by(new Functions(old.start(), QualifiedName.of(schema, function), old.end(), old.tokenTypes()));
    }

    /** Forgets the text by a function of that schema. */
    public TextSearchParserSpec end(String schema, String function) {
        Functions old = parser.functions();
        return by(new Functions(old.start(), old.nextToken(), QualifiedName.of(schema, function), old.tokenTypes()));
    }

    /** Tells what types of tokens there are by a function of that schema. */
    public TextSearchParserSpec tokenTypes(String schema, String function) {
        Functions old = parser.functions();
        return by(new Functions(old.start(), old.nextToken(), old.end(), QualifiedName.of(schema, function)));
    }

    /** Makes an excerpt of a text by a function of that schema, such as {@code headline("pg_catalog", "prsd_headline")}. */
    public TextSearchParserSpec headline(String schema, String function) {
        return new TextSearchParserSpec(new TextSearchParser(
                parser.name(), parser.functions(), Optional.of(QualifiedName.of(schema, function))));
    }

    @Override
    public ObjectId<TextSearchParser> id() {
        return parser.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(parser));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(parser);
    }
}

package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What cuts a text into tokens (<a href="https://www.postgresql.org/docs/current/sql-createtsparser.html">documentation</a>).
 *
 * @param headline the function that makes an excerpt of a text; empty if nothing does
 */
public record TextSearchParser(QualifiedName name, Functions functions, Optional<QualifiedName> headline)
        implements SchemaMember {

    /**
     * The functions without which there is no parser.
     *
     * @param start begins with a text
     * @param nextToken gives the next token
     * @param end forgets the text
     * @param tokenTypes tells what types of tokens there are
     */
    public record Functions(QualifiedName start, QualifiedName nextToken, QualifiedName end, QualifiedName tokenTypes) {

        private Functions following(Rename rename) {
            return new Functions(
                    rename.followName(start, Function.class),
                    rename.followName(nextToken, Function.class),
                    rename.followName(end, Function.class),
                    rename.followName(tokenTypes, Function.class));
        }
    }

    /** The id of the parser of that name. */
    public static ObjectId<TextSearchParser> id(QualifiedName name) {
        return ObjectId.of(TextSearchParser.class, name);
    }

    @Override
    public ObjectId<TextSearchParser> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        List<QualifiedName> mentioned = new ArrayList<>(
                List.of(functions.start(), functions.nextToken(), functions.end(), functions.tokenTypes()));
        headline.ifPresent(mentioned::add);
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(mentioned));
        required.remove(id());
        return required;
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(new Slot("text search parser", name));
    }

    @Override
    public TextSearchParser named(QualifiedName other) {
        return new TextSearchParser(other, functions, headline);
    }

    @Override
    public TextSearchParser following(Rename rename) {
        return new TextSearchParser(
                rename.followSchema(name),
                functions.following(rename),
                headline.map(function -> rename.followName(function, Function.class)));
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql sql = Sql.of(
                "create text search parser {} (start = {}, gettoken = {}, end = {}, lextypes = {}",
                name,
                functions.start(),
                functions.nextToken(),
                functions.end(),
                functions.tokenTypes());
        Sql whole = headline.map(function -> sql.then(Sql.of(", headline = {}", function)))
                .orElse(sql);
        return List.of(Statement.of(whole.then(Sql.raw(")")), LockMode.NONE));
    }
}

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
 * A language in which functions can be written (<a
 * href="https://www.postgresql.org/docs/current/sql-createlanguage.html">documentation</a>). Those of extensions come with them.
 *
 * @param trusted whether everybody may write functions in it
 * @param handler the function that runs others
 * @param inline the function that runs {@code do}; empty if nothing does
 * @param validator the function that looks at new functions
 */
public record Language(
        String name,
        boolean trusted,
        QualifiedName handler,
        Optional<QualifiedName> inline,
        Optional<QualifiedName> validator)
        implements DatabaseMember {

    /** The id of the language of that name. */
    public static ObjectId<Language> id(String name) {
        return ObjectId.of(Language.class, QualifiedName.unqualified(name));
    }

    @Override
    public ObjectId<Language> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        List<QualifiedName> functions = new ArrayList<>(List.of(handler));
        inline.ifPresent(functions::add);
        validator.ifPresent(functions::add);
        return database.named(functions);
    }

    /** PostgreSQL would keep privileges on a language that is not trusted any more, and neither show nor change them. */
    @Override
    public void check(Database database) {
        boolean isGranted = database.users(id()).stream().anyMatch(user -> user.type() == Privileges.class);
        if (!trusted && isGranted) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " is not to be trusted, and PostgreSQL knows no privileges on such a language."
                            + " Take back first what is granted on it and revoked from others.");
        }
    }

    @Override
    public Language named(QualifiedName other) {
        return new Language(other.name(), trusted, handler, inline, validator);
    }

    @Override
    public Language following(Rename rename) {
        return new Language(
                name,
                trusted,
                rename.followName(handler, Function.class),
                inline.map(function -> rename.followName(function, Function.class)),
                validator.map(function -> rename.followName(function, Function.class)));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(definition("create"));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(List.of(definition("create or replace")));
    }

    private Statement definition(String verb) {
        Sql sql = Sql.of(verb + (trusted ? " trusted" : "") + " language {} handler {}", id().name(), handler);
        Sql running =
                inline.map(function -> sql.then(Sql.of(" inline {}", function))).orElse(sql);
        return Statement.of(
                validator
                        .map(function -> running.then(Sql.of(" validator {}", function)))
                        .orElse(running),
                LockMode.NONE);
    }

    /** Whoever may not write in it cannot be granted to. */
    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.LANGUAGE).filter(kind -> trusted);
    }
}

package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An order of texts (<a href="https://www.postgresql.org/docs/current/sql-createcollation.html">documentation</a>). The version that the
 * provider gives to it depends on the server and is no part of the schema.
 *
 * @param collate the locale by which texts are compared
 * @param characterType the locale by which characters are classified; the same as the other for every provider but {@link Provider#LIBC}
 * @param deterministic whether only texts of the same bytes are equal
 * @param rules further rules, which ICU knows since PostgreSQL 16
 */
public record Collation(
        QualifiedName name,
        Provider provider,
        String collate,
        String characterType,
        boolean deterministic,
        Optional<String> rules)
        implements SchemaMember {

    /** Who compares the texts. */
    public enum Provider {
        /** The C library of the operating system. */
        LIBC,
        /** The ICU library. */
        ICU,
        /** PostgreSQL itself, since version 17. */
        BUILTIN
    }

    /** A collation that compares texts as a locale of the provider does. */
    public static Collation of(QualifiedName name, Provider provider, String locale) {
        return new Collation(name, provider, locale, locale, true, Optional.empty());
    }

    /** The id of the collation of that name. */
    public static ObjectId<Collation> id(QualifiedName name) {
        return ObjectId.of(Collation.class, name);
    }

    @Override
    public ObjectId<Collation> id() {
        return id(name);
    }

    /** The same collation by other locales of the C library. */
    public Collation by(String otherCollate, String otherCharacterType) {
        return new Collation(name, provider, otherCollate, otherCharacterType, deterministic, rules);
    }

    /** The same collation in which texts of other bytes may be equal. */
    public Collation nondeterministic() {
        return new Collation(name, provider, collate, characterType, false, rules);
    }

    /** The same collation with further rules. */
    public Collation ruled(String further) {
        return new Collation(name, provider, collate, characterType, deterministic, Optional.of(further));
    }

    @Override
    public void check(Database database) {
        refuseBefore(16, rules.isPresent(), "rules", database);
        refuseBefore(17, provider == Provider.BUILTIN, "the provider builtin", database);
        if (!deterministic && provider != Provider.ICU) {
            throw new RefusedException(
                    id(), "The " + id() + " is not deterministic; only ICU has such collations. Say icu(...).");
        }
    }

    private void refuseBefore(int major, boolean used, String what, Database database) {
        if (used && !database.environment().atLeast(major)) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " has " + what + ", which PostgreSQL knows since version " + major + "; this is "
                            + database.environment().serverVersion() / 10_000 + ".");
        }
    }

    @Override
    public Collation named(QualifiedName other) {
        return new Collation(other, provider, collate, characterType, deterministic, rules);
    }

    @Override
    public Collation following(Rename rename) {
        return named(rename.followSchema(name));
    }

    @Override
    public List<Statement> creation(Database database) {
        List<Sql> options =
                new ArrayList<>(List.of(Sql.raw("provider = " + provider.name().toLowerCase(Locale.ROOT))));
        if (collate.equals(characterType)) {
            options.add(Sql.of("locale = {}", Literal.text(collate)));
        } else {
            options.add(Sql.of("lc_collate = {}", Literal.text(collate)));
            options.add(Sql.of("lc_ctype = {}", Literal.text(characterType)));
        }
        if (!deterministic) {
            options.add(Sql.raw("deterministic = false"));
        }
        rules.ifPresent(r -> options.add(Sql.of("rules = {}", Literal.text(r))));
        return List.of(Statement.of(Sql.of("create collation {} ({})", name, Sql.join(", ", options)), LockMode.NONE));
    }
}

package dev.varve.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A kind of thing on which privileges can be granted (<a
 * href="https://www.postgresql.org/docs/current/ddl-priv.html">documentation</a>).
 */
public enum Grantable {
    /** Tables, views and whatever else can be queried. */
    TABLE("r", "", "INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"),
    /** Sequences. */
    SEQUENCE("S", "", "SELECT", "UPDATE", "USAGE"),
    /** Functions, procedures and aggregates. */
    ROUTINE("f", "EXECUTE", "EXECUTE"),
    /** Types and domains. */
    TYPE("T", "USAGE", "USAGE"),
    /** Schemas. */
    SCHEMA("n", "", "CREATE", "USAGE"),
    /** Foreign data wrappers. */
    WRAPPER("", "", "USAGE"),
    /** Foreign servers. */
    SERVER("", "", "USAGE"),
    /** Languages. */
    LANGUAGE("", "USAGE", "USAGE");

    private final String code;
    private final String ofPublic;
    private final List<String> all;

    Grantable(String code, String ofPublic, String... all) {
        this.code = code;
        this.ofPublic = ofPublic;
        this.all = List.of(all);
    }

    /** The privileges that PostgreSQL gives to everybody on a new thing of the kind. */
    public SortedSet<String> ofPublic() {
        return new TreeSet<>(Optional.of(ofPublic).filter(privilege -> !privilege.isEmpty()).stream()
                .toList());
    }

    /** All privileges that there are on a server; since PostgreSQL 17 a table can also be maintained. */
    public SortedSet<String> all(Environment environment) {
        SortedSet<String> known = new TreeSet<>(all);
        if (this == TABLE && environment.atLeast(17)) {
            known.add("MAINTAIN");
        }
        return known;
    }

    /** What {@code alter default privileges} calls things of the kind. */
    public String plural() {
        return name().toLowerCase(Locale.ROOT) + 's';
    }

    /** The letter that {@code pg_default_acl} has for it; empty where nothing is granted by default. */
    public String code() {
        return code;
    }
}

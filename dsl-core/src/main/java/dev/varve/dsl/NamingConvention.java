package dev.varve.dsl;

import dev.varve.sql.QualifiedName;
import java.util.List;

/**
 * How constraints and indexes are called that nobody gave a name. An application can have its own; once revisions have been applied
 * with a convention, changing it changes what they do.
 */
public interface NamingConvention {

    /** {@code pk_orders}, {@code fk_orders_account_id}, {@code uq_}, {@code ck_}, {@code ex_} and {@code ix_}, shortened with a stable hash. */
    NamingConvention STANDARD = (kind, table, parts) -> {
        String of = parts.isEmpty() || kind == Kind.PRIMARY_KEY ? "" : '_' + String.join("_", parts);
        return kind.prefix() + '_' + table.name() + of;
    };

    /** What needs a name. */
    enum Kind {
        /** A primary key. */
        PRIMARY_KEY("pk"),
        /** A foreign key. */
        FOREIGN_KEY("fk"),
        /** A unique constraint. */
        UNIQUE("uq"),
        /** A check constraint. */
        CHECK("ck"),
        /** An exclusion constraint. */
        EXCLUSION("ex"),
        /** An index. */
        INDEX("ix");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** The usual prefix of such names. */
        public String prefix() {
            return prefix;
        }
    }

    /**
     * The name of a constraint or index, as long as it likes.
     *
     * @param parts the columns that it is about, or other words that tell it apart
     */
    String name(Kind kind, QualifiedName table, List<String> parts);

    /** The name as PostgreSQL can keep it: one over 63 bytes ends in a hash of the whole. */
    default String shortName(Kind kind, QualifiedName table, List<String> parts) {
        return ShortName.of(name(kind, table, parts));
    }
}

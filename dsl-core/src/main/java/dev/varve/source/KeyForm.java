package dev.varve.source;

import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.NamingConvention.Kind;
import dev.varve.model.Deferral;
import dev.varve.model.KeyConstraint;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.QualifiedName;

/** A primary key or a unique constraint as it is written: {@code key("account_id", "currency").named("uq_balances")}. */
record KeyForm(Kind kind, KeyConstraint key, QualifiedName table) {

    static KeyForm of(KeyConstraint key, QualifiedName table) {
        return new KeyForm(key instanceof PrimaryKeyConstraint ? Kind.PRIMARY_KEY : Kind.UNIQUE, key, table);
    }

    /** The word of a new column, a new table or an alteration. */
    String word() {
        return kind == Kind.PRIMARY_KEY ? "primaryKey" : "unique";
    }

    /** Whether its columns say everything. */
    boolean isPlain(NamingConvention naming) {
        return isNamedByConvention(naming) && code(naming).flat().equals(plain().flat());
    }

    private boolean isNamedByConvention(NamingConvention naming) {
        return naming.shortName(kind, table, key.key().columns()).equals(key.name());
    }

    /** The columns alone. */
    Code columns() {
        return Names.list(key.key().columns());
    }

    private Code plain() {
        return Chain.of("key", columns());
    }

    Code code(NamingConvention naming) {
        boolean nulls = key instanceof UniqueConstraint unique && unique.nullsNotDistinct();
        return IndexForm.stored(Chain.of("key", columns()), key.storage())
                .when(
                        !key.key().included().isEmpty(),
                        "include",
                        Names.list(key.key().included()))
                .when(key.key().withoutOverlaps(), "withoutOverlaps")
                .when(nulls, "nullsNotDistinct")
                .when(key.deferral() == Deferral.INITIALLY_IMMEDIATE, "deferrable")
                .when(key.deferral() == Deferral.INITIALLY_DEFERRED, "deferred")
                .when(!isNamedByConvention(naming), "named", key.name());
    }

    /** The word with what it says. */
    Call call(String word, NamingConvention naming) {
        return Call.of(word, isPlain(naming) ? columns() : code(naming));
    }
}

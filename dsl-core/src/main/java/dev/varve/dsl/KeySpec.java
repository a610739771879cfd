package dev.varve.dsl;

import dev.varve.model.Deferral;
import dev.varve.model.KeyColumns;
import dev.varve.model.Options;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Storage;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A primary key or a unique constraint: {@code key("account_id", "currency").include("balance").named("uq_balances")}. */
public final class KeySpec {

    private final Optional<String> name;
    private final KeyColumns columns;
    private final boolean nullsNotDistinct;
    private final Deferral deferral;

    private KeySpec(Optional<String> name, KeyColumns columns, boolean nullsNotDistinct, Deferral deferral) {
        this.name = name;
        this.columns = columns;
        this.nullsNotDistinct = nullsNotDistinct;
        this.deferral = deferral;
    }

    static KeySpec of(List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A key needs at least one column.");
        }
        return new KeySpec(Optional.empty(), KeyColumns.of(columns), false, Deferral.NOT_DEFERRABLE);
    }

    /** The key under this name. */
    public KeySpec named(String other) {
        return new KeySpec(Optional.of(other), columns, nullsNotDistinct, deferral);
    }

    /** The key with more columns stored in its index that are no part of it. */
    public KeySpec include(String... others) {
        return new KeySpec(name, columns.including(List.of(others)), nullsNotDistinct, deferral);
    }

    /** The key, whose last column is a range that may not overlap where the other columns are the same; from PostgreSQL 18 on. */
    public KeySpec withoutOverlaps() {
        return new KeySpec(name, columns.overlapping(true), nullsNotDistinct, deferral);
    }

    /** The key, to which null is a value as any other; not for a primary key, which has no nulls. */
    public KeySpec nullsNotDistinct() {
        return new KeySpec(name, columns, true, deferral);
    }

    /** The key, whose index is kept with these storage parameters. */
    public KeySpec storage(Map<String, String> parameters) {
        return storage(Options.of(parameters));
    }

    /** The key, whose index is kept with these storage parameters, in that order. */
    public KeySpec storage(Options parameters) {
        return stored(columns.storage().with(parameters));
    }

    /** The key, whose index is kept in a tablespace. */
    public KeySpec tablespace(String tablespace) {
        return stored(columns.storage().in(tablespace));
    }

    private KeySpec stored(Storage storage) {
        return new KeySpec(name, columns.stored(storage), nullsNotDistinct, deferral);
    }

    /** The key, checked after each statement unless the transaction puts it off. */
    public KeySpec deferrable() {
        return new KeySpec(name, columns, nullsNotDistinct, Deferral.INITIALLY_IMMEDIATE);
    }

    /** The key, checked only at the end of the transaction. */
    public KeySpec deferred() {
        return new KeySpec(name, columns, nullsNotDistinct, Deferral.INITIALLY_DEFERRED);
    }

    List<String> columns() {
        return columns.columns();
    }

    PrimaryKeyConstraint primaryKey(QualifiedName table, NamingConvention naming) {
        if (nullsNotDistinct) {
            throw new IllegalArgumentException("A primary key has no nulls that could be distinct or not.");
        }
        return new PrimaryKeyConstraint(nameOr(NamingConvention.Kind.PRIMARY_KEY, table, naming), columns, deferral);
    }

    UniqueConstraint unique(QualifiedName table, NamingConvention naming) {
        return new UniqueConstraint(
                nameOr(NamingConvention.Kind.UNIQUE, table, naming), columns, nullsNotDistinct, deferral);
    }

    private String nameOr(NamingConvention.Kind kind, QualifiedName table, NamingConvention naming) {
        return name.orElseGet(() -> naming.shortName(kind, table, columns()));
    }
}

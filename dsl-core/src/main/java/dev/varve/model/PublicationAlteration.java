package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The statements that make a publication into another one of the same name. */
record PublicationAlteration(Publication from, Publication to, Database database) {

    /** Of a partitioned table only what is published as it can have columns or rows. Nothing if it takes a new publication: no statement makes one that is there one of all tables, or of some. */
    Optional<List<Statement>> statements() {
        Stream<Optional<Sql>> changes =
                to.viaRoot() ? Stream.of(options(), contents()) : Stream.of(contents(), options());
        return from.allTables() == to.allTables()
                ? Optional.of(
                        changes.flatMap(Optional::stream).map(this::altering).toList())
                : Optional.empty();
    }

    private Optional<Sql> contents() {
        PublicationContents old = PublicationContents.of(from);
        PublicationContents next = PublicationContents.of(to);
        if (old.equals(next)) {
            return Optional.empty();
        }
        return Optional.of(
                next.isEmpty()
                        ? Sql.of("drop {}", old.bare().clause(database))
                        : Sql.of("set {}", next.clause(database)));
    }

    private Optional<Sql> options() {
        PublicationOptions old = PublicationOptions.of(from);
        PublicationOptions next = PublicationOptions.of(to);
        return Optional.of(next)
                .filter(options -> !options.equals(old))
                .map(options -> options.anewAfter(old).assigned());
    }

    private Statement altering(Sql change) {
        return Statement.of(Sql.of("alter publication {} {}", to.id().name(), change), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}

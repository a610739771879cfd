package dev.varve.introspect;

import dev.varve.model.Conversion;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Schema;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the encoding of a database and those that its server knows cannot do (<a
 * href="https://www.postgresql.org/docs/current/multibyte.html">documentation</a>).
 */
final class EncodingsOfServer {

    /** Has every character, or takes every byte. */
    private static final Set<String> ANYTHING = Set.of("UTF8", "SQL_ASCII");

    private static final int LAST_OF_ASCII = 127;

    private final Catalog catalog;
    private final Set<String> known = new HashSet<>();

    private EncodingsOfServer(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Looks for encodings that the server does not know, and for characters that the database cannot keep.
     *
     * @throws RefusedException if there is one
     */
    static void check(Catalog catalog, List<Operation> coming, Database before) {
        EncodingsOfServer encodings = new EncodingsOfServer(catalog);
        coming.forEach(encodings::checkConversion);
        if (!ANYTHING.contains(catalog.encoding())) {
            Database state = before;
            for (Operation operation : coming) {
                encodings.checkText(operation, state);
                state = operation.after(state);
            }
        }
    }

    private void checkConversion(Operation operation) {
        if (operation instanceof CreateObject creation && creation.object() instanceof Conversion conversion) {
            Stream.of(conversion.from(), conversion.to())
                    .filter(encoding -> !isEncoding(encoding))
                    .findFirst()
                    .ifPresent(encoding -> refuse(
                            operation,
                            "the server knows no encoding \"" + encoding + "\" that it could convert. \"select"
                                    + " pg_encoding_to_char(i) from generate_series(0, 41) i\" lists those that it knows;"
                                    + " nothing is converted from or to SQL_ASCII."));
        }
    }

    private boolean isEncoding(String name) {
        return catalog.query("select pg_char_to_encoding(?::name) > 0 as known", row -> row.is("known"), name)
                .get(0);
    }

    private void checkText(Operation operation, Database before) {
        for (Statement statement : operation.statements(before)) {
            statement
                    .sql()
                    .text()
                    .codePoints()
                    .filter(letter -> letter > LAST_OF_ASCII)
                    .mapToObj(Character::toString)
                    .filter(letter -> !isKept(letter))
                    .findFirst()
                    .ifPresent(letter -> refuse(
                            operation,
                            "the database keeps text in " + catalog.encoding() + ", which has no \"" + letter
                                    + "\". Write it in other letters, or restore a dump of the database into one with the encoding"
                                    + " UTF8."));
        }
    }

    /** The letter is sent as bytes, because the server converts all text as soon as it comes. */
    private boolean isKept(String letter) {
        if (known.add(letter)) {
            try {
                catalog.query(
                        "select convert(decode(?, 'hex'), 'UTF8', getdatabaseencoding()) as letter",
                        row -> row,
                        HexFormat.of().formatHex(letter.getBytes(StandardCharsets.UTF_8)));
            } catch (CatalogException e) {
                return false;
            }
        }
        return true;
    }

    /** Of raw SQL nobody knows what it is about. */
    private static ObjectId<?> subject(Footprint footprint) {
        return Stream.concat(footprint.provides().stream(), footprint.requires().stream())
                .findFirst()
                .orElse(Schema.PUBLIC.id());
    }

    private static void refuse(Operation operation, String why) {
        throw new RefusedException(
                subject(operation.footprint()), "It is not possible to " + operation.description() + ": " + why);
    }
}

package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Functions that do on a plain PostgreSQL what those of TimescaleDB do: {@code time_bucket} for times, dates and whole numbers, and the
 * aggregates {@code first}, {@code last} and {@code histogram}. Slow, and good enough for development.
 */
public final class PlainFunctions {

    /** The schema in which they live: their own, so that it is no part of anybody's schema. */
    public static final String SCHEMA = "timescale_plain";

    /** The functions that only TimescaleDB has. */
    static final Set<String> MISSING =
            text("missing.txt").lines().map(String::strip).collect(Collectors.toUnmodifiableSet());

    private PlainFunctions() {}

    static List<Statement> creation() {
        Stream<Sql> functions = Arrays.stream(text("plain.sql").split("\n\n"))
                .skip(1)
                .map(function -> Sql.raw(function.strip().replace("{}", SCHEMA)));
        return statements(Stream.concat(Stream.of(schema()), functions));
    }

    private static Sql schema() {
        return Sql.of("create schema if not exists {}", Identifier.of(SCHEMA));
    }

    private static String text(String resource) {
        try (InputStream in = PlainFunctions.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The statements by which a database is known from then on as one without TimescaleDB; none if the history makes the extension, which
     * does that, too.
     */
    static List<Statement> mark(Database database) {
        return database.has(Extension.id(TimescaleEdition.EXTENSION)) ? List.of() : statements(Stream.of(schema()));
    }

    /** Nothing of anybody else's lives in the schema. */
    static List<Statement> removal() {
        return statements(Stream.of(Sql.of("drop schema {} cascade", Identifier.of(SCHEMA))));
    }

    private static List<Statement> statements(Stream<Sql> sql) {
        return sql.map(text -> Statement.of(text, LockMode.NONE)).toList();
    }
}

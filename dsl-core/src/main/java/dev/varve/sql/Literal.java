package dev.varve.sql;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;

/** A Java value as a PostgreSQL constant. */
public record Literal(String sql) implements Fragment {

    /** A quoted string; backslashes stand for themselves, as {@code standard_conforming_strings} has it. */
    public static Literal text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL cannot store a NUL character in a text.");
        }
        return new Literal('\'' + value.replace("'", "''") + '\'');
    }

    /**
     * The constant of a value.
     *
     * @throws IllegalArgumentException if values of its class have no constant form; say it as an expression instead
     */
    public static Literal of(Object value) {
        if (value instanceof BigDecimal number) {
            return new Literal(number.toPlainString());
        }
        if (value instanceof Double number && !Double.isFinite(number)
                || value instanceof Float single && !Float.isFinite(single)) {
            return text(value.toString());
        }
        if (value instanceof Number || value instanceof Boolean) {
            return new Literal(value.toString());
        }
        if (value instanceof byte[] bytes) {
            return new Literal("'\\x" + HexFormat.of().formatHex(bytes) + "'");
        }
        if (value instanceof Collection<?> values) {
            return array(values);
        }
        if (value instanceof Object[] values) {
            return array(List.of(values));
        }
        if (value instanceof Enum<?> constant) {
            return text(constant.name());
        }
        if (isWrittenAsText(value)) {
            return text(value.toString());
        }
        if (value instanceof InetAddress address) {
            return text(address.getHostAddress());
        }
        throw new IllegalArgumentException("A " + value.getClass().getName()
                + " has no constant form in SQL; give the value as an expression, such as sql(\"...\").");
    }

    /** PostgreSQL cannot tell the type of {@code array[]}. */
    private static Literal array(Collection<?> values) {
        return values.isEmpty()
                ? text("{}")
                : new Literal(values.stream().map(v -> of(v).sql()).collect(Collectors.joining(", ", "array[", "]")));
    }

    private static boolean isWrittenAsText(Object value) {
        return value instanceof CharSequence
                || value instanceof UUID
                || value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof OffsetTime
                || value instanceof Duration
                || value instanceof Period
                || value instanceof JSON
                || value instanceof JSONB
                || value instanceof XML;
    }

    @Override
    public String toString() {
        return sql;
    }
}

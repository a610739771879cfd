package dev.varve.dsl;

import dev.varve.model.TypeName;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.JSONB;

/**
 * The types of columns, by the names that PostgreSQL gives them (<a
 * href="https://www.postgresql.org/docs/current/datatype.html">documentation</a>).
 */
public final class Types {

    private Types() {}

    /** Text of any length. */
    public static ColumnSpec<String> text() {
        return typed("text", String.class);
    }

    /** Text of at most that many characters. */
    public static ColumnSpec<String> varchar(int length) {
        return typed("varchar(" + length + ')', String.class);
    }

    /** Text of exactly that many characters, filled up with spaces. */
    public static ColumnSpec<String> character(int length) {
        return typed("char(" + length + ')', String.class);
    }

    /** Decimal numbers of any size and scale. */
    public static ColumnSpec<BigDecimal> numeric() {
        return typed("numeric", BigDecimal.class);
    }

    /** Decimal numbers of that many digits, so many of them after the point. */
    public static ColumnSpec<BigDecimal> numeric(int precision, int scale) {
        return typed("numeric(" + precision + ", " + scale + ')', BigDecimal.class);
    }

    /** An amount of money: always {@code numeric}, never the type {@code money} of PostgreSQL, whose scale depends on the server. */
    public static ColumnSpec<BigDecimal> money(int precision, int scale) {
        return numeric(precision, scale);
    }

    /** Whole numbers of two bytes. */
    public static ColumnSpec<Short> smallint() {
        return typed("smallint", Short.class);
    }

    /** Whole numbers of four bytes. */
    public static ColumnSpec<Integer> integer() {
        return typed("integer", Integer.class);
    }

    /** Whole numbers of eight bytes. */
    public static ColumnSpec<Long> bigint() {
        return typed("bigint", Long.class);
    }

    /** Binary floating point numbers of four bytes; refused for a column that holds money by its name. */
    public static ColumnSpec<Float> real() {
        return typed("real", Float.class);
    }

    /** Binary floating point numbers of eight bytes; refused for a column that holds money by its name. */
    public static ColumnSpec<Double> doublePrecision() {
        return typed("double precision", Double.class);
    }

    /** True or false. */
    public static ColumnSpec<Boolean> bool() {
        return typed("boolean", Boolean.class);
    }

    /** Universally unique identifiers. */
    public static ColumnSpec<UUID> uuid() {
        return typed("uuid", UUID.class);
    }

    /** Days. */
    public static ColumnSpec<LocalDate> date() {
        return typed("date", LocalDate.class);
    }

    /** Times of day, to the microsecond. */
    public static ColumnSpec<LocalTime> time() {
        return typed("time", LocalTime.class);
    }

    /** Dates and times without a time zone, to the microsecond. */
    public static ColumnSpec<LocalDateTime> timestamp() {
        return typed("timestamp", LocalDateTime.class);
    }

    /** Instants, to the microsecond. */
    public static ColumnSpec<OffsetDateTime> timestamptz() {
        return typed("timestamptz", OffsetDateTime.class);
    }

    /** Spans of time. */
    public static ColumnSpec<Duration> interval() {
        return typed("interval", Duration.class);
    }

    /** JSON in binary form. */
    public static ColumnSpec<JSONB> jsonb() {
        return typed("jsonb", JSONB.class);
    }

    /** Bytes. */
    public static ColumnSpec<byte[]> bytea() {
        return typed("bytea", byte[].class);
    }

    /** Addresses of hosts and networks. */
    public static ColumnSpec<InetAddress> inet() {
        return typed("inet", InetAddress.class);
    }

    /** Arrays of another type; everything else that was said of that type is forgotten. */
    public static <T> ColumnSpec<T[]> arrayOf(ColumnSpec<T> element) {
        return element.asArray();
    }

    /** The values of an enum. */
    public static ColumnSpec<String> enumerated(EnumSpec type) {
        return ColumnSpec.of(TypeName.of(type.name()), String.class);
    }

    /** Any other type by its name, such as {@code typed("public.citext", String.class)}. */
    public static <T> ColumnSpec<T> typed(String name, Class<T> javaType) {
        return ColumnSpec.of(TypeName.of(name), javaType);
    }
}

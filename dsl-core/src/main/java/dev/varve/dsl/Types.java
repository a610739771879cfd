package dev.varve.dsl;

import dev.varve.model.TypeName;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;

/**
 * The types of columns, by the names that PostgreSQL gives them (<a
 * href="https://www.postgresql.org/docs/current/datatype.html">documentation</a>).
 */
public final class Types extends SpecialTypes {

    private Types() {}

    /** Text of any length. */
    public static ColumnSpec<String> text() {
        return typed("text", String.class);
    }

    /** Text of any length, by the name of the standard. */
    public static ColumnSpec<String> varchar() {
        return typed("varchar", String.class);
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

    /** Whole decimal numbers of that many digits. */
    public static ColumnSpec<BigDecimal> numeric(int precision) {
        return numeric(precision, 0);
    }

    /**
     * Decimal numbers of that many digits, so many of them after the point; a negative scale rounds to tens, hundreds and so on before it.
     */
    public static ColumnSpec<BigDecimal> numeric(int precision, int scale) {
        return typed("numeric(" + precision + ", " + scale + ')', BigDecimal.class);
    }

    /** An amount of money: always {@code numeric}, never the type {@code money} of PostgreSQL, whose scale depends on the server. */
    public static ColumnSpec<BigDecimal> money(int precision, int scale) {
        return numeric(precision, scale);
    }

    /** Amounts of the type {@code money}, whose currency and scale depend on the server ({@code lc_monetary}). */
    public static ColumnSpec<BigDecimal> cashMoney() {
        return typed("money", BigDecimal.class);
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

    /** Exactly that many bits, written as {@code 101}. */
    public static ColumnSpec<String> bit(int length) {
        return typed("bit(" + length + ')', String.class);
    }

    /** Bits of any number. */
    public static ColumnSpec<String> varbit() {
        return typed("varbit", String.class);
    }

    /** At most that many bits. */
    public static ColumnSpec<String> varbit(int length) {
        return typed("varbit(" + length + ')', String.class);
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

    /** Times of day with so many digits of a second after the point. */
    public static ColumnSpec<LocalTime> time(int precision) {
        return typed("time(" + precision + ')', LocalTime.class);
    }

    /** Times of day at an offset from UTC, to the microsecond. */
    public static ColumnSpec<OffsetTime> timetz() {
        return typed("timetz", OffsetTime.class);
    }

    /** Times of day at an offset from UTC with so many digits of a second after the point. */
    public static ColumnSpec<OffsetTime> timetz(int precision) {
        return typed("timetz(" + precision + ')', OffsetTime.class);
    }

    /** Dates and times without a time zone, to the microsecond. */
    public static ColumnSpec<LocalDateTime> timestamp() {
        return typed("timestamp", LocalDateTime.class);
    }

    /** Dates and times without a time zone, with so many digits of a second after the point. */
    public static ColumnSpec<LocalDateTime> timestamp(int precision) {
        return typed("timestamp(" + precision + ')', LocalDateTime.class);
    }

    /** Instants, to the microsecond. */
    public static ColumnSpec<OffsetDateTime> timestamptz() {
        return typed("timestamptz", OffsetDateTime.class);
    }

    /** Instants with so many digits of a second after the point. */
    public static ColumnSpec<OffsetDateTime> timestamptz(int precision) {
        return typed("timestamptz(" + precision + ')', OffsetDateTime.class);
    }

    /** Spans of time. */
    public static ColumnSpec<Duration> interval() {
        return typed("interval", Duration.class);
    }

    /** Spans of time with so many digits of a second after the point. */
    public static ColumnSpec<Duration> interval(int precision) {
        return typed("interval(" + precision + ')', Duration.class);
    }

    /** Spans of time with these fields, such as {@link IntervalFields#YEAR_TO_MONTH}. */
    public static <T> ColumnSpec<T> interval(IntervalFields<T> fields) {
        return typed("interval " + fields.words(), fields.javaType());
    }

    /** Spans of time with these fields and so many digits of a second after the point. */
    public static <T> ColumnSpec<T> interval(IntervalFields<T> fields, int precision) {
        return typed(fields.withPrecision(precision), fields.javaType());
    }

    /** JSON as it was written. */
    public static ColumnSpec<JSON> json() {
        return typed("json", JSON.class);
    }

    /** JSON in binary form. */
    public static ColumnSpec<JSONB> jsonb() {
        return typed("jsonb", JSONB.class);
    }

    /** XML. */
    public static ColumnSpec<XML> xml() {
        return typed("xml", XML.class);
    }

    /** Bytes. */
    public static ColumnSpec<byte[]> bytea() {
        return typed("bytea", byte[].class);
    }

    /** Addresses of hosts and networks. */
    public static ColumnSpec<InetAddress> inet() {
        return typed("inet", InetAddress.class);
    }

    /** Numbers of the objects of the catalogs. */
    public static ColumnSpec<Long> oid() {
        return typed("oid", Long.class);
    }

    /** Arrays of another type; everything else that was said of that type is forgotten. */
    public static <T> ColumnSpec<T[]> arrayOf(ColumnSpec<T> element) {
        return element.asArray();
    }

    /** The values of an enum. */
    public static ColumnSpec<String> enumerated(EnumSpec type) {
        return ColumnSpec.of(TypeName.of(type.name()), String.class);
    }

    /**
     * Any other type by its name, such as {@code typed("public.citext", String.class)} or {@code typed("public.geometry(Point, 4326)",
     * String.class)}: with its schema, unless PostgreSQL brings it.
     */
    public static <T> ColumnSpec<T> typed(String name, Class<T> javaType) {
        return ColumnSpec.of(TypeName.of(name), javaType);
    }
}

package dev.varve.dsl;

import dev.varve.model.TypeName;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.XML;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;

/** A type as jOOQ can send, compare and read its values. */
final class JooqType {

    /** The types of which PostgreSQL takes a text without being told. */
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "char", "name", "\"char\"");

    private static final Converter<String, String> TEXT = converter(String.class, text -> text, text -> text);

    /** The classes whose values jOOQ would send as something else, or would not read back. */
    private static final Map<Class<?>, Converter<String, ?>> AS_TEXT = Map.of(
            InetAddress.class, new InetConverter(),
            Duration.class, converter(Duration.class, text -> new IntervalText(text).duration(), Duration::toString),
            Period.class, converter(Period.class, text -> new IntervalText(text).period(), Period::toString),
            XML.class, converter(XML.class, XML::valueOf, XML::data));

    private JooqType() {}

    private static <T> Converter<String, T> converter(
            Class<T> javaType, Function<String, T> from, Function<T, String> to) {
        return Converter.ofNullable(String.class, javaType, from, to);
    }

    /** What jOOQ has for the class, or, where that would be sent as another type, texts that are cast. */
    @SuppressWarnings("unchecked") // the class says what T is
    static <T> DataType<T> of(TypeName type, Class<T> javaType) {
        if (javaType == String[].class && isBuiltIn(type, "text")) {
            return (DataType<T>) SQLDataType.CLOB.array();
        }
        Optional<Converter<String, ?>> texts = type.array() && javaType.isArray()
                ? ofElements(type.arrayOf(false), javaType.getComponentType()).map(one -> arrays(one, type))
                : asText(type, javaType);
        return texts.map(converter -> cast(type, (Converter<String, T>) converter))
                .orElseGet(() -> known(type, javaType));
    }

    private static <T> DataType<T> known(TypeName type, Class<T> javaType) {
        DataType<T> named = new DefaultDataType<>(SQLDialect.POSTGRES, javaType, type.sql());
        return type.userDefined().isPresent()
                ? named
                : DefaultDataType.getDataType(SQLDialect.POSTGRES, javaType, named);
    }

    private static Optional<Converter<String, ?>> asText(TypeName type, Class<?> javaType) {
        String name = type.name().name();
        if (javaType == String.class) {
            boolean isText = type.userDefined().isEmpty() && TEXTS.contains(name);
            return Optional.<Converter<String, ?>>of(TEXT).filter(any -> !isText);
        }
        return isMoney(type) ? Optional.of(new CashConverter()) : Optional.ofNullable(AS_TEXT.get(javaType));
    }

    /** Of an array PostgreSQL has to be told more than of its elements: which texts or numbers they are. */
    private static Optional<Converter<String, ?>> ofElements(TypeName type, Class<?> javaType) {
        if (javaType == String.class) {
            return Optional.of(TEXT);
        }
        return type.name().name().equals("oid")
                ? Optional.of(converter(Long.class, Long::valueOf, String::valueOf))
                : asText(type, javaType);
    }

    private static Converter<String, ?> arrays(Converter<String, ?> element, TypeName type) {
        return new ArrayConverter<>(element, delimiter(type));
    }

    private static char delimiter(TypeName type) {
        return type.name().name().equals("box") ? ';' : ',';
    }

    private static boolean isMoney(TypeName type) {
        return isBuiltIn(type, "money");
    }

    private static boolean isBuiltIn(TypeName type, String name) {
        return type.userDefined().isEmpty() && type.name().name().equals(name);
    }

    /** How a text of a {@code money} is read depends on the session, and that of a number does not. */
    private static <T> DataType<T> cast(TypeName type, Converter<String, T> converter) {
        String words = isMoney(type) ? type.sql().replace("money", "numeric") + "::" + type.sql() : type.sql();
        return converter.toType().isArray()
                ? castArray(type, words, converter)
                : new DefaultDataType<>(SQLDialect.POSTGRES, String.class, type.sql())
                        .asConvertedDataType(new CastBinding<>(words, converter, converter));
    }

    /** What is a text for jOOQ has none of the words of arrays. */
    private static <T> DataType<T> castArray(TypeName type, String words, Converter<String, T> converter) {
        Converter<String[], T> ofTexts =
                new ArrayConverter<>(TEXT, delimiter(type)).inverse().andThen(converter);
        return new DefaultDataType<>(SQLDialect.POSTGRES, String[].class, type.sql())
                .asConvertedDataType(new CastBinding<>(words, converter, ofTexts));
    }
}

package dev.varve.dsl;

import dev.varve.model.TypeName;
import java.net.InetAddress;
import java.util.Set;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;

/** A type that PostgreSQL brings, as jOOQ knows it. */
final class JooqType {

    /** The types of which PostgreSQL takes a text without being told. */
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "char", "name");

    private JooqType() {}

    /** What jOOQ has for the class, or, where that would be sent as another type, texts that are cast. */
    @SuppressWarnings("unchecked") // the class says what T is
    static <T> DataType<T> of(TypeName type, Class<T> javaType, DataType<T> otherwise) {
        if (javaType == InetAddress.class) {
            return (DataType<T>) cast(type, new InetConverter());
        }
        if (javaType == String.class && !TEXTS.contains(type.name().name())) {
            return (DataType<T>) cast(type, Converter.ofNullable(String.class, String.class, t -> t, t -> t));
        }
        return DefaultDataType.getDataType(SQLDialect.POSTGRES, javaType, otherwise);
    }

    private static <T> DataType<T> cast(TypeName type, Converter<String, T> converter) {
        return new DefaultDataType<>(SQLDialect.POSTGRES, String.class, type.sql())
                .asConvertedDataType(new CastBinding<>(type.sql(), converter));
    }
}

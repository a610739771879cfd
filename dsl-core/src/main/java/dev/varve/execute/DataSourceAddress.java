package dev.varve.execute;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where a data source leads, as far as it can be known without connecting; never with a password.
 *
 * @param text such as {@code database "app" at db.example.com:5432 as user "app"}
 */
record DataSourceAddress(String text) {

    static DataSourceAddress of(DataSource source) {
        Properties properties = read(source, "getJdbcUrl", "getURL", "getUrl")
                .map(url -> Driver.parseURL(url, new Properties()))
                .orElseGet(Properties::new);
        Optional<String> user = read(source, "getUsername", "getUser").or(() -> value(PGProperty.USER, properties));
        String database = value(PGProperty.PG_DBNAME, properties)
                .map(name -> "database \"" + name + "\"")
                .orElse("the database");
        return new DataSourceAddress(database
                + at(properties)
                + user.map(name -> " as user \"" + name + '"').orElse(""));
    }

    private static String at(Properties properties) {
        Optional<String> port = value(PGProperty.PG_PORT, properties);
        return value(PGProperty.PG_HOST, properties)
                .map(host -> " at " + host + port.map(number -> ':' + number).orElse(""))
                .orElse("");
    }

    private static Optional<String> value(PGProperty property, Properties properties) {
        return Optional.ofNullable(property.getOrNull(properties)).filter(value -> !value.isBlank());
    }

    /** The data sources of drivers and pools have no interface in common, but name these properties alike. */
    private static Optional<String> read(DataSource source, String... getters) {
        return Stream.of(getters)
                .flatMap(getter -> read(source, getter).stream())
                .findFirst();
    }

    private static Optional<String> read(DataSource source, String getter) {
        try {
            Object value = source.getClass().getMethod(getter).invoke(source);
            return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}

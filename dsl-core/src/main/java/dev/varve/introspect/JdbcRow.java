package dev.varve.introspect;

import dev.varve.spi.Row;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The row on which a result set stands. */
record JdbcRow(ResultSet result) implements Row {

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new CatalogException(e);
        }
    }

    @Override
    public String text(String column) {
        return find(column)
                .orElseThrow(() -> new IllegalStateException("Column " + column + " of a catalog query is null."));
    }

    @Override
    public Optional<String> find(String column) {
        return reading(() -> Optional.ofNullable(result.getString(column)));
    }

    @Override
    public long number(String column) {
        return reading(() -> result.getLong(column));
    }

    @Override
    public boolean is(String column) {
        return reading(() -> result.getBoolean(column));
    }

    @Override
    public byte[] bytes(String column) {
        return reading(() -> result.getBytes(column));
    }

    @Override
    public List<String> texts(String column) {
        return elements(column).stream().map(Object::toString).toList();
    }

    @Override
    public List<Long> numbers(String column) {
        return elements(column).stream()
                .map(element -> ((Number) element).longValue())
                .toList();
    }

    private List<Object> elements(String column) {
        return reading(() -> {
            Array array = result.getArray(column);
            return array == null ? List.of() : Arrays.asList((Object[]) array.getArray());
        });
    }
}

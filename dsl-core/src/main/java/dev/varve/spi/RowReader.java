package dev.varve.spi;

/** Makes a value of a row. */
@FunctionalInterface
public interface RowReader<T> {

    /** The value of this row. */
    T read(Row row);
}

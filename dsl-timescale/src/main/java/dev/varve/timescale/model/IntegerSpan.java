package dev.varve.timescale.model;

/** A length along a time axis of whole numbers. */
public record IntegerSpan(long length) implements Span {

    @Override
    public String json() {
        return text();
    }

    @Override
    public IntegerSpan negated() {
        return new IntegerSpan(Math.negateExact(length));
    }

    @Override
    public IntegerSpan times(int factor) {
        return new IntegerSpan(Math.multiplyExact(length, factor));
    }

    @Override
    public String type() {
        return "bigint";
    }

    @Override
    public String text() {
        return Long.toString(length);
    }

    @Override
    public String sql() {
        return text();
    }

    @Override
    public String toString() {
        return text();
    }
}

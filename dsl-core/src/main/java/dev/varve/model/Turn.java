package dev.varve.model;

/**
 * When a role came among those who hold privileges on something, from 1 on; 0 if that is not known. PostgreSQL keeps them in that order and
 * says it so; apart from that, it makes no difference: one turn is equal to every other.
 */
public record Turn(int number) {

    /** It is not known when. */
    public static final Turn UNKNOWN = new Turn(0);

    @Override
    public boolean equals(Object other) {
        return other instanceof Turn;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** Nothing, because it makes no difference. */
    @Override
    public String toString() {
        return "";
    }
}

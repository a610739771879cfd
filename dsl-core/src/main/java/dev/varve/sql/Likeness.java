package dev.varve.sql;

/** What can be said of two texts without a server that would print them. */
public enum Likeness {
    /** PostgreSQL prints both in the same way, at the latest once it has read its own print again. */
    EQUAL,
    /** PostgreSQL prints them in different ways. */
    DIFFERENT,
    /** Only a server knows. */
    UNKNOWN
}

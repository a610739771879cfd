package dev.varve.dsl;

/** A class that says what changes in one revision. Nobody writes the way back: it is derived. */
@FunctionalInterface
public interface Migration {

    /** Says what changes, in order. Called without a connection, as often as the library likes. */
    void define(Changes changes);
}

package dev.varve.dsl;

/**
 * A part of what a database holds, in the words of a migration: {@code schema.create(enumType("side").values("BUY", "SELL"))}. A class
 * that implements it and is marked with {@link Model} has a constructor without parameters. The order in which several say what they say
 * is of no matter.
 */
public interface SchemaModel {

    /** Says what the database holds. */
    void declare(Changes schema);
}

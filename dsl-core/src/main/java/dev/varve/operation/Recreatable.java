package dev.varve.operation;

/** An operation that makes something, and knows which one makes it anew where something of its name is there. */
public interface Recreatable extends Operation {

    /** The operation that drops what has the name, and makes this with everything that the other owned. */
    Operation recreating();
}

package dev.varve.plan;

/** Which way a step leads. */
public enum Direction {
    /** A revision is applied. */
    UP,
    /** A revision is taken back. */
    DOWN
}

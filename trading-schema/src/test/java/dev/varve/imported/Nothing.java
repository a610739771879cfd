package dev.varve.imported;

/** An application that has no revisions yet. */
final class Nothing {

    private Nothing() {}
}

package dev.varve.cli.imported;

/** The root of an application that has no revisions yet. */
public final class Nothing {

    private Nothing() {}
}

package dev.varve.dsl;

/** Where a migration says what changes. */
public final class Changes {}

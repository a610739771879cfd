package dev.varve.execute;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;

/** Stands for the class of a revision that has just been written and is not compiled yet. */
final class Uncompiled implements Migration {

    @Override
    public void define(Changes changes) {
        throw new IllegalStateException("The class of this revision is not compiled yet.");
    }
}

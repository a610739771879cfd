package dev.varve.benchmark.many;

import dev.varve.cli.VarveCli;

/** An application of nothing but what it imports. */
public final class ManyTables {

    private ManyTables() {}

    /** Runs a command. */
    public static void main(String[] args) {
        VarveCli.run(ManyTables.class, args);
    }
}

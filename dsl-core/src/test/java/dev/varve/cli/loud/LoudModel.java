package dev.varve.cli.loud;

import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainModel;
import java.util.Locale;

/** The tables of an application that has a naming convention of its own. */
public abstract class LoudModel extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The convention. */
    public static final NamingConvention LOUD = (kind, table, parts) ->
            NamingConvention.STANDARD.name(kind, table, parts).toUpperCase(Locale.ROOT);

    /** A table of that name. */
    protected LoudModel(String name) {
        super(name);
    }

    @Override
    protected NamingConvention naming() {
        return LOUD;
    }
}

package dev.varve.sql;

import java.util.Optional;

/** A piece of SQL that is made of others. */
public interface Composed extends Fragment {

    /** The pieces in one. */
    Sql whole();

    @Override
    default String sql() {
        return whole().text();
    }

    @Override
    default Optional<String> canonical() {
        return whole().canonical();
    }
}

package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an aggregate comes from row to row.
 *
 * @param step the function that takes a state and a row, and gives the next state
 * @param space the bytes that a state is thought to take; 0 if PostgreSQL guesses
 * @param finish what makes the result of the last state; empty if that is the result
 * @param initial the first state as a text; empty if that is null
 */
public record Transition(
        QualifiedName step, TypeName state, int space, Optional<Finish> finish, Optional<String> initial) {

    /** What a final function does to the state. */
    public enum Modify {
        /** Nothing. */
        READ_ONLY,
        /** Something that another final function can live with. */
        SHAREABLE,
        /** Anything. */
        READ_WRITE;

        /** The letter that {@code pg_aggregate} has for it. */
        public String code() {
            return this == READ_WRITE ? "w" : word().substring(0, 1);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What makes the result of the last state.
     *
     * @param extra whether it takes arguments of the types of a row, too, which are null
     */
    public record Finish(QualifiedName function, boolean extra, Modify modify) {}

    public Transition {
        state = state.unmodified();
    }

    /** A way from row to row whose last state is the result. */
    public static Transition of(QualifiedName step, TypeName state) {
        return new Transition(step, state, 0, Optional.empty(), Optional.empty());
    }

    /** The same with a first state. */
    public Transition from(String text) {
        return new Transition(step, state, space, finish, Optional.of(text));
    }

    /** The same with states of about that size. */
    public Transition spacious(int bytes) {
        return new Transition(step, state, bytes, finish, initial);
    }

    /** The same with something that makes the result. */
    public Transition finishing(Finish other) {
        return new Transition(step, state, space, Optional.of(other), initial);
    }

    Stream<QualifiedName> names() {
        return Stream.of(Stream.of(step), state.userDefined().stream(), finish.map(Finish::function).stream())
                .flatMap(names -> names);
    }

    Transition following(Rename rename) {
        return new Transition(
                rename.followName(step),
                state.following(rename),
                space,
                finish.map(f -> new Finish(rename.followName(f.function()), f.extra(), f.modify())),
                initial);
    }

    /** The clauses of {@code create aggregate}; for a moving aggregate each of them begins with an m. */
    List<Sql> clauses(String prefix) {
        List<Sql> clauses = new ArrayList<>();
        clauses.add(Sql.of(prefix + "sfunc = {}", step));
        clauses.add(Sql.of(prefix + "stype = {}", state));
        if (space != 0) {
            clauses.add(Sql.raw(prefix + "sspace = " + space));
        }
        finish.ifPresent(f -> {
            clauses.add(Sql.of(prefix + "finalfunc = {}", f.function()));
            if (f.extra()) {
                clauses.add(Sql.raw(prefix + "finalfunc_extra"));
            }
            clauses.add(Sql.raw(prefix + "finalfunc_modify = " + f.modify().word()));
        });
        initial.ifPresent(text -> clauses.add(Sql.of(prefix + "initcond = {}", Literal.text(text))));
        return clauses;
    }
}

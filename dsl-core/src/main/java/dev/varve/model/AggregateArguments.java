package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an aggregate takes.
 *
 * @param direct the arguments that are given once, in a call with {@code within group}
 * @param aggregated the arguments that are given for each row
 */
public record AggregateArguments(Kind kind, List<Argument> direct, List<Argument> aggregated) implements Fragment {

    /** How an aggregate is called. */
    public enum Kind {
        /** With its arguments alone. */
        NORMAL,
        /** With {@code within group (order by ...)}. */
        ORDERED_SET,
        /** With {@code within group (order by ...)}, and a row that might be among the others. */
        HYPOTHETICAL
    }

    /** No arguments: the rows are only counted. */
    public static final AggregateArguments NONE = new AggregateArguments(Kind.NORMAL, List.of(), List.of());

    public AggregateArguments {
        direct = List.copyOf(direct);
        aggregated = isTakenTwice(direct, aggregated) ? List.of() : List.copyOf(aggregated);
    }

    /** PostgreSQL keeps only one of two lists of any number of arguments, and wants both to be said. */
    private static boolean isTakenTwice(List<Argument> direct, List<Argument> aggregated) {
        return aggregated.size() == 1
                && aggregated.get(0).mode() == Argument.Mode.VARIADIC
                && direct.stream().anyMatch(argument -> argument.mode() == Argument.Mode.VARIADIC);
    }

    /** The same with one more argument for each row. */
    public AggregateArguments with(Argument argument) {
        return new AggregateArguments(
                kind,
                direct,
                Stream.concat(aggregated.stream(), Stream.of(argument)).toList());
    }

    /** The same, where those that are there so far are given once, and those to come are ordered. */
    public AggregateArguments thenOrdered(Kind other) {
        return new AggregateArguments(other, aggregated, List.of());
    }

    /** All of them. */
    Stream<Argument> all() {
        return Stream.concat(direct.stream(), aggregated.stream());
    }

    AggregateArguments following(ObjectId<?> aggregate, Rename rename) {
        return new AggregateArguments(
                kind, following(direct, aggregate, rename), following(aggregated, aggregate, rename));
    }

    private static List<Argument> following(List<Argument> arguments, ObjectId<?> aggregate, Rename rename) {
        return arguments.stream()
                .map(argument -> argument.following(aggregate, rename))
                .toList();
    }

    @Override
    public String sql() {
        String rows = Sql.join(", ", aggregated).text();
        if (kind == Kind.NORMAL) {
            return rows.isEmpty() ? "*" : rows;
        }
        boolean isOnce = aggregated.isEmpty() && !direct.isEmpty();
        return (Sql.join(", ", direct) + " order by "
                        + (isOnce ? direct.get(direct.size() - 1).sql() : rows))
                .strip();
    }
}

package dev.varve.testing;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.operation.CreateRole;
import dev.varve.operation.ExecuteSql;
import dev.varve.operation.Operation;
import dev.varve.plan.Inverse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operations that are drawn by numbers: each number is a move on the schema that those before it have made. What would be refused is left
 * out, and so is what has no way back on a journey.
 *
 * @param origin what there is before everything else
 * @param start what happens before the journey begins
 * @param journey what happens then
 * @param elsewhere what makes another schema of the same origin
 */
public record RandomSchema(Database origin, List<Operation> start, List<Operation> journey, List<Operation> elsewhere) {

    /**
     * Numbers.
     *
     * @param start of what happens before the journey begins
     * @param journey of what happens then
     * @param elsewhere of what makes another schema
     */
    public record Numbers(List<Integer> start, List<Integer> journey, List<Integer> elsewhere) {}

    /** The operations of the numbers, each of which is a move of one of the groups; one move comes first. */
    public static RandomSchema of(Move first, List<List<Move>> groups, Numbers numbers, Database origin) {
        List<Operation> start = new ArrayList<>(said(first, new Draw(new Random(1), origin)));
        List<Operation> elsewhere = new ArrayList<>(start);
        List<Operation> journey = new ArrayList<>();
        Database begun = new Draw(new Random(1), origin).after(start).orElseThrow();
        Database started = moved(groups, numbers.start(), begun, start, false);
        moved(groups, numbers.journey(), started, journey, true);
        moved(groups, numbers.elsewhere(), begun, elsewhere, false);
        return new RandomSchema(origin, start, journey, elsewhere);
    }

    private static Database moved(
            List<List<Move>> groups, List<Integer> numbers, Database from, List<Operation> done, boolean andBack) {
        Database state = from;
        for (int number : numbers) {
            Draw draw = new Draw(new Random(number * 0x9E3779B97F4A7C15L), state);
            List<Operation> said = said(draw.of(draw.of(groups)), draw);
            Optional<Database> after = draw.after(said);
            if (after.isPresent()
                    && (!andBack || Inverse.of(said, state).isPossible())
                    && !Unforeseen.isMet(said, state)) {
                done.addAll(said);
                state = after.get();
            }
        }
        return state;
    }

    private static List<Operation> said(Move move, Draw draw) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        try {
            move.say(changes, draw);
            return changes.operations();
        } catch (RefusedException | IllegalArgumentException | Draw.NothingThere e) {
            return List.of();
        }
    }

    /** What happens before one leaves for elsewhere: roles are of no database, so that no difference makes them. */
    public List<Operation> beforeElsewhere() {
        Stream<Operation> roles = elsewhere.stream()
                .filter(operation -> operation instanceof CreateRole
                        || operation instanceof ExecuteSql sql
                                && sql.sql().toString().contains("create role"));
        return Stream.of(roles, start.stream(), journey.stream())
                .flatMap(operations -> operations)
                .toList();
    }

    /** The operations as a report says them. */
    @Override
    public String toString() {
        return "on " + origin.environment() + "\n" + lines(start) + "then\n" + lines(journey) + "or elsewhere\n"
                + lines(elsewhere);
    }

    private static String lines(List<Operation> operations) {
        return operations.stream()
                .map(operation -> "  " + operation.description() + '\n')
                .collect(Collectors.joining());
    }
}

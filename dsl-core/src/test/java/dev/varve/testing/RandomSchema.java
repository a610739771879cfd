package dev.varve.testing;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.RefusedException;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Operations that are drawn by numbers: each number is a move on the schema that those before it have made. What would be refused is left out.
 *
 * @param start what happens before the journey begins
 * @param journey what happens then
 * @param major the major version of the server
 */
public record RandomSchema(List<Operation> start, List<Operation> journey, int major) {

    /** The operations of the numbers. */
    public static RandomSchema of(List<Integer> start, List<Integer> journey, int major) {
        Database empty = Database.empty().on(environment(major));
        List<Operation> first = new ArrayList<>();
        Database state = empty;
        for (Move move : List.<Move>of(ObjectMoves::createSchema, TableMoves::createTable)) {
            state = moved(move, new Draw(new Random(1), state), first);
        }
        state = moved(start, state, first);
        List<Operation> then = new ArrayList<>();
        moved(journey, state, then);
        return new RandomSchema(first, then, major);
    }

    /** The major versions of the servers that there are to test on. */
    public static List<Integer> servers() {
        return TestServers.all().stream().map(TestServer::major).distinct().toList();
    }

    /** What a server of that version can do. */
    public static Environment environment(int major) {
        return new Environment(major * 10_000, Map.of());
    }

    private static Database moved(List<Integer> numbers, Database from, List<Operation> done) {
        Database state = from;
        for (int number : numbers) {
            Random random = new Random(number * 0x9E3779B97F4A7C15L);
            Move move = Move.all().get(random.nextInt(Move.all().size()));
            state = moved(move, new Draw(random, state), done);
        }
        return state;
    }

    private static Database moved(Move move, Draw draw, List<Operation> done) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        try {
            move.say(changes, draw);
            Database state = draw.state();
            for (Operation operation : changes.operations()) {
                operation.statements(state);
                state = operation.after(state);
            }
            done.addAll(changes.operations());
            return state;
        } catch (RefusedException | IllegalArgumentException | Draw.NothingThere e) {
            return draw.state();
        }
    }

    /** The operations as a report says them. */
    @Override
    public String toString() {
        return "on PostgreSQL " + major + "\n" + lines(start) + "then\n" + lines(journey);
    }

    private static String lines(List<Operation> operations) {
        return operations.stream()
                .map(operation -> "  " + operation.description() + '\n')
                .collect(Collectors.joining());
    }
}

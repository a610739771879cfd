package dev.varve.reference;

import dev.varve.dsl.Changes;
import dev.varve.model.Database;
import dev.varve.model.Ownership;
import dev.varve.model.Partition;
import dev.varve.operation.Operation;
import dev.varve.testing.Draw;
import dev.varve.testing.Move;
import dev.varve.testing.TestServer;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a snippet of the reference does, as a move: with what comes before it on its page, or alone where that is there. The schemas and
 * whatever is in none are called after the page, so that pages do not get in each other's way.
 */
record PageMove(Snippet traits, List<Operation> before, List<Operation> operations) implements Move {

    /** Only a server knows whether there are rows. */
    private static final Set<String> LEFT_OUT = Set.of("Materialized views refreshConcurrently");

    /** The moves of the snippets of a page. */
    static List<PageMove> of(Page page) {
        List<Operation> all = page.snippets().stream()
                .flatMap(snippet -> Stream.concat(page.before(snippet).stream(), page.operations(snippet).stream()))
                .toList();
        String title = page.content().title().toLowerCase(Locale.ROOT).replace(' ', '_');
        OtherNames names = OtherNames.ending(all, '_' + title);
        return page.snippets().stream()
                .filter(snippet -> !LEFT_OUT.contains(page.content().title() + ' ' + snippet.getName()))
                .map(snippet -> of(page, snippet, names))
                .toList();
    }

    private static PageMove of(Page page, Method snippet, OtherNames names) {
        return new PageMove(
                snippet.getAnnotation(Snippet.class),
                names.in(page.before(snippet)),
                names.in(page.operations(snippet)));
    }

    @Override
    public void say(Changes changes, Draw draw) {
        if (!isReady(draw.state())) {
            before.forEach(changes::add);
        }
        operations.forEach(changes::add);
    }

    /**
     * What comes before it is there, without what only a server knows of: whether the bounds of other partitions are in the way, and what
     * another owner may do.
     */
    private boolean isReady(Database state) {
        Database wanted = DifferenceLaws.after(before, Database.empty().on(state.environment()));
        return wanted.objects()
                .allMatch(object ->
                        state.find(object.id()).filter(object::equals).isPresent()
                                && Stream.concat(
                                                Partition.under(object.id(), state)
                                                        .map(Partition::id),
                                                Stream.of(Ownership.id(object.id())))
                                        .allMatch(id -> wanted.has(id) || !state.has(id)));
    }

    /** Whether a server can do it. */
    boolean isPossible(TestServer server) {
        return traits.since() <= server.major() && (traits.needs().isEmpty() || server.hasExtension(traits.needs()));
    }

    /** What there is after it in a database with nothing else, which stays so where the server is too old for it. */
    Database alone(Database empty) {
        List<Operation> all =
                Stream.concat(before.stream(), operations.stream()).toList();
        return new Draw(new Random(1), empty).after(all).orElse(empty);
    }
}

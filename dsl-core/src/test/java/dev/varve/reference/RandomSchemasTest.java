package dev.varve.reference;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.SchemaObject;
import dev.varve.spi.ObjectType;
import dev.varve.spi.SchemaModules;
import dev.varve.testing.Move;
import dev.varve.testing.RandomSchema;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/**
 * Whatever operations have led to a schema and on to another one: all laws hold for the way, of which a failure shows the shortest that was
 * found. A schema is drawn from up to three pages of the reference, each about a kind of object, and from what somebody may do to the tables
 * of all of them. What is drawn for the usual run is always the same; in the profile {@code nightly} it is not. Two are tried at a time.
 *
 * <p>No page is left out, nor what goes for a whole database, such as publications of all tables and what is granted by default: it concerns the
 * other pages, too. Roles are of the server, so that no difference makes them. One snippet is left out, see {@link PageMove}.
 */
@Tag("laws")
class RandomSchemasTest {

    static final List<List<PageMove>> PAGES =
            ReferencePages.all().stream().map(PageMove::of).toList();

    /** Asking a server for an extension takes a connection. */
    private static final Map<TestServer, Set<PageMove>> POSSIBLE = new ConcurrentHashMap<>();

    @Property(tries = 25, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void all_laws_hold(@ForAll("schemas") RandomSchema one, @ForAll("schemas") RandomSchema other) {
        hold(one, other);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Tag("nightly")
    void all_laws_hold_for_long(@ForAll("schemas") RandomSchema one, @ForAll("schemas") RandomSchema other) {
        hold(one, other);
    }

    @Example
    void every_kind_can_be_drawn() {
        Database empty = Database.empty().on(Environment.NEWEST);
        List<Class<?>> drawn = PAGES.stream()
                .flatMap(List::stream)
                .flatMap(move -> move.alone(empty).objects())
                .<Class<?>>map(SchemaObject::getClass)
                .distinct()
                .toList();
        assertThat(drawn)
                .containsAll(SchemaModules.all().modules().stream()
                        .flatMap(
                                module -> Stream.concat(module.objectTypes().stream(), module.attachedTypes().stream()))
                        .map(ObjectType::type)
                        .toList());
    }

    @Provide
    Arbitrary<RandomSchema> schemas() {
        Arbitrary<Integer> move = Arbitraries.integers().between(0, 1 << 20);
        Arbitrary<RandomSchema.Numbers> numbers = Combinators.combine(
                        move.list().ofMaxSize(20),
                        move.list().ofMinSize(1).ofMaxSize(8),
                        move.list().ofMaxSize(12))
                .as(RandomSchema.Numbers::new);
        return Combinators.combine(
                        Arbitraries.of(PAGES).list().ofMaxSize(3).uniqueElements(),
                        numbers,
                        Arbitraries.of(TestServers.all()))
                .as(RandomSchemasTest::schema)
                .filter(schema -> !schema.journey().isEmpty());
    }

    static RandomSchema schema(List<List<PageMove>> pages, RandomSchema.Numbers numbers, TestServer server) {
        Set<PageMove> possible = POSSIBLE.computeIfAbsent(server, RandomSchemasTest::possible);
        List<List<Move>> groups = new ArrayList<>(List.of(Move.all()));
        pages.stream()
                .map(page -> page.stream()
                        .<Move>map(move -> move)
                        .filter(possible::contains)
                        .toList())
                .filter(page -> !page.isEmpty())
                .forEach(groups::add);
        Environment environment = new Environment(server.major() * 10_000, Map.of());
        return RandomSchema.of(Move.first(), groups, numbers, Database.empty().on(environment));
    }

    private static Set<PageMove> possible(TestServer server) {
        return PAGES.stream()
                .flatMap(List::stream)
                .filter(move -> move.isPossible(server))
                .collect(toSet());
    }

    private static void hold(RandomSchema one, RandomSchema other) {
        Stream.of(one, other).parallel().forEach(RandomSchemasTest::hold);
    }

    static void hold(RandomSchema schema) {
        int major = schema.origin().environment().major();
        new RandomLaws(schema, laws -> laws.on(major)).hold();
    }
}

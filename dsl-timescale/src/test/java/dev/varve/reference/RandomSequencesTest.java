package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.spi.ObjectType;
import dev.varve.spi.SchemaModules;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.RandomSchema;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.TimescaleObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
 * Operations of core and Timescale in an order that nobody thought of, on hypertables with rows and on what the page shows: all laws hold. What
 * is drawn for the usual run is always the same; in the profile {@code nightly} it is not. Two are tried at a time.
 */
@Tag("laws")
class RandomSequencesTest {

    private static final List<PageMove> PAGE = PageMove.of(Page.of(TimescalePage.class));

    @Property(tries = 7, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void all_laws_hold(@ForAll("schemas") RandomSchema one, @ForAll("schemas") RandomSchema other) {
        hold(one, other);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    @Tag("nightly")
    void all_laws_hold_for_long(@ForAll("schemas") RandomSchema one, @ForAll("schemas") RandomSchema other) {
        hold(one, other);
    }

    @Example
    void every_kind_can_be_drawn() {
        Database origin = origin();
        assertThat(PAGE.stream().flatMap(move -> move.alone(origin).objects()).map(Object::getClass))
                .containsAll(SchemaModules.all().modules().stream()
                        .flatMap(module -> module.objectTypes().stream())
                        .map(ObjectType::type)
                        .filter(TimescaleObject.class::isAssignableFrom)
                        .toList());
    }

    @Provide
    Arbitrary<RandomSchema> schemas() {
        Arbitrary<Integer> move = Arbitraries.integers().between(0, 1 << 20);
        Database origin = origin();
        return Combinators.combine(
                        move.list().ofMaxSize(12),
                        move.list().ofMinSize(1).ofMaxSize(8),
                        move.list().ofMaxSize(8))
                .as(RandomSchema.Numbers::new)
                .map(numbers -> schema(numbers, origin))
                .filter(schema -> !schema.journey().isEmpty());
    }

    static RandomSchema schema(RandomSchema.Numbers numbers, Database origin) {
        return RandomSchema.of(TickMoves.first(), List.of(TickMoves.all(), List.copyOf(PAGE)), numbers, origin);
    }

    /** A database that has the extension and nothing else, on a server that has a tablespace. */
    static Database origin() {
        TestServer server = TestServers.timescale();
        try (TestDatabase database = server.create();
                Connection connection = database.connect()) {
            database.execute("create extension timescaledb");
            if (database.ask("select count(*) from pg_tablespace where spcname = '" + TickMoves.TABLESPACE + "'")
                    .equals("0")) {
                database.execute(
                        "set allow_in_place_tablespaces = on",
                        "create tablespace " + TickMoves.TABLESPACE + " location ''");
            }
            return Database.empty()
                    .on(Introspector.create().environment(connection))
                    .plus(new Extension("timescaledb", Optional.empty()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hold(RandomSchema one, RandomSchema other) {
        Stream.of(one, other).parallel().forEach(RandomSequencesTest::hold);
    }

    static void hold(RandomSchema schema) {
        new RandomLaws(schema, OperationLaws::onTimescale).hold();
    }
}

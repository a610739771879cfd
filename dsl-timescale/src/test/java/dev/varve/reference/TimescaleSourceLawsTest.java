package dev.varve.reference;

import static dev.varve.timescale.Timescale.asc;
import static dev.varve.timescale.Timescale.chosenSegments;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.desc;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.function;
import static dev.varve.timescale.Timescale.job;
import static dev.varve.timescale.Timescale.minutes;
import static dev.varve.timescale.Timescale.months;
import static dev.varve.timescale.Timescale.old;
import static dev.varve.timescale.Timescale.schedule;
import static dev.varve.timescale.Timescale.seconds;
import static dev.varve.timescale.Timescale.segmentBy;
import static dev.varve.timescale.Timescale.sinceCreation;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.units;
import static dev.varve.timescale.Timescale.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.operation.Operation;
import dev.varve.source.MigrationText;
import dev.varve.testing.CompiledMigrations;
import dev.varve.timescale.model.Interval;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Law 4, for everything that the page of TimescaleDB shows: the generated source does the same, by the same SQL and in its own words. */
class TimescaleSourceLawsTest {

    private record Trial(String name, Database before, List<Operation> operations, boolean same) {}

    private static final Database START = Database.empty().plus(new Extension("timescaledb", Optional.empty()));

    @TestFactory
    Stream<DynamicTest> generated_source_says_the_same() {
        Map<String, Trial> trials = trials();
        CompiledMigrations compiled = new CompiledMigrations();
        trials.forEach((className, trial) -> compiled.add(
                className, MigrationText.of(trial.operations(), trial.before(), NamingConvention.STANDARD)));
        compiled.compile();
        return trials.entrySet().stream()
                .map(trial -> DynamicTest.dynamicTest(
                        trial.getValue().name(), () -> hold(trial.getValue(), trial.getKey(), compiled)));
    }

    private static Map<String, Trial> trials() {
        Page page = Page.of(TimescalePage.class);
        Map<String, Trial> trials = new LinkedHashMap<>();
        for (Method snippet : page.snippets()) {
            String name = snippet.getName();
            List<Operation> operations = page.operations(snippet);
            Database before = PageText.state(page.before(snippet), START);
            Database after = PageText.state(operations, before);
            List<Trial> all = List.of(
                    new Trial(name, before, operations, true),
                    difference(name + ", from nothing", Database.empty(), after),
                    difference(name + ", difference", before, after),
                    difference(name + ", back", after, before));
            all.forEach(trial -> trials.put("Trial" + trials.size(), trial));
        }
        return trials;
    }

    /** Settings that are seldom said. */
    @Test
    void every_setting_has_words() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        Page.of(TimescalePage.class).content().given(changes);
        changes.alter(table("steps").inSchema("market"))
                .now(function("current_step").inSchema("market"))
                .compress(chosenSegments().chosenOrder())
                .compressAfter(units(5_000_000_000L))
                .compressChunks(old(units(5000)))
                .decompressChunks(sinceCreation(days(1)));
        changes.alter(table("trades").inSchema("market"))
                .compress(segmentBy()
                        .orderBy(desc("time").withNullsLast(), asc("price").withNullsFirst())
                        .bloom("symbol")
                        .minmax("price")
                        .mergeUpTo(days(7)))
                .compressAfter(sinceCreation(months(1)), schedule().every(Interval.of(Duration.ofMillis(1500))))
                .retain(
                        sinceCreation(new Interval(1, Interval.DAY)),
                        schedule().atMost(seconds(90)).retrying(3, minutes(1)).pausing())
                .tablespaces("fast", "slow");
        changes.create(job("nightly")
                .calls(function("clean").inSchema("market"))
                .telling("who", "me")
                .telling("keep", 3)
                .tellingJson("deep", "{\"a\": [1.5, null]}")
                .tellingJson("quote", "\"\\\"\""));
        changes.create(continuousAggregate("stepped")
                .inSchema("market")
                .as("select time_bucket(1000, s.step) as bucket, count(*) as n from market.steps s group by 1")
                .chunkInterval(units(50_000))
                .refresh(every(minutes(5))
                        .from(units(9000))
                        .until(units(1))
                        .scheduled(schedule().in("Europe/Berlin"))));
        changes.alter(continuousAggregate("stepped").inSchema("market")).refreshNow(window(0, 5000));
        hold(new Trial("settings", START, changes.operations(), true));
    }

    @Test
    void a_revision_is_written_as_one_would_write_it() {
        Page page = Page.of(TimescalePage.class);
        Method create = page.snippets().get(0);
        Database before = PageText.state(page.before(create), START);

        MigrationText text = MigrationText.of(page.operations(create), before, NamingConvention.STANDARD);

        assertThat(text.imports())
                .containsExactly("static dev.varve.dsl.Types.*", "static dev.varve.timescale.Timescale.*");
        assertThat(text.statements()).isEqualTo("""
                        changes.create(table("ticks").inSchema("market")
                                .column("time", timestamptz().notNull())
                                .column("symbol", text().notNull())
                                .column("price", numeric())
                                .hypertable(by("time").every(hours(1)), hash("symbol", 4))
                                .compress(after(days(7)).segmentBy("symbol").orderBy(desc("time")))
                                .retain(days(365)));
                """);
    }

    private static void hold(Trial trial) {
        CompiledMigrations compiled = new CompiledMigrations();
        compiled.add("Trial", MigrationText.of(trial.operations(), trial.before(), NamingConvention.STANDARD));
        compiled.compile();
        hold(trial, "Trial", compiled);
    }

    private static Trial difference(String name, Database from, Database to) {
        return new Trial(name, from, Difference.between(from, to).operations(), false);
    }

    private static void hold(Trial trial, String className, CompiledMigrations compiled) {
        List<Operation> operations = compiled.operations(className);
        String source = compiled.source(className);
        assertThat(PageText.state(operations, trial.before()))
                .as(source)
                .isEqualTo(PageText.state(trial.operations(), trial.before()));
        if (trial.same()) {
            assertThat(PageText.statements(operations, trial.before()))
                    .as(source)
                    .isEqualTo(PageText.statements(trial.operations(), trial.before()));
            assertThat(source).doesNotContain("changes.add(");
        }
    }
}

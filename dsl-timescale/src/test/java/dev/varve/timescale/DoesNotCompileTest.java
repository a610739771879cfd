package dev.varve.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.testing.CompileErrors;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The words for hypertables come after the one that makes a hypertable; beside each wrong statement stands one that is right. */
class DoesNotCompileTest {

    private static final String TABLE = "table(\"t\").column(\"at\", timestamptz().notNull())";

    private static final Map<String, String> RIGHT_BY_WRONG = new TreeMap<>(Map.of(
            TABLE + ".compress(after(days(7)));",
            TABLE + ".hypertable(by(\"at\").every(days(1))).compress(after(days(7)));",
            TABLE + ".retain(days(365));",
            TABLE + ".hypertable(by(\"at\").every(days(1))).retain(days(365)).index(\"at\");",
            TABLE + ".hypertable(\"at\");",
            TABLE + ".hypertable(by(\"at\").every(hours(2)));",
            TABLE + ".hypertable(by(\"at\").every(days(1))).hypertable(by(\"at\").every(days(1)));",
            TABLE + ".unlogged().hypertable(by(\"at\").every(days(1)));",
            TABLE + ".hypertable(by(\"at\").every(\"an hour\"));",
            TABLE + ".hypertable(by(\"at\").every(10));"));

    private static Map<String, String> found(String imported, Iterable<String> statements) {
        CompileErrors errors =
                CompileErrors.under("import static dev.varve.dsl.Types.*;", "import static " + imported + ".*;");
        for (String statement : statements) {
            errors = errors.with(statement);
        }
        return errors.found();
    }

    @Test
    void what_is_wrong_does_not_compile() {
        assertThat(found("dev.varve.timescale.Timescale", RIGHT_BY_WRONG.keySet())
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(RIGHT_BY_WRONG.keySet());
    }

    @Test
    void what_is_right_compiles_with_the_words_of_timescale_alone() {
        assertThat(found("dev.varve.timescale.Timescale", RIGHT_BY_WRONG.values()))
                .isEmpty();
        assertThat(found("dev.varve.dsl.Postgres", RIGHT_BY_WRONG.values()).keySet())
                .containsExactlyInAnyOrderElementsOf(RIGHT_BY_WRONG.values());
    }
}

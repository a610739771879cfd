package dev.varve.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the types of the DSL keep from compiling. Every mistake stands beside the right form, which does compile. */
class DoesNotCompileTest {

    private static List<String> errorsWithTimescale(String statement) {
        return errors("import static dev.varve.timescale.Timescale.*;", statement);
    }

    private static List<String> errorsWithPostgres(String statement) {
        return errors("import static dev.varve.dsl.Postgres.*;", statement);
    }

    private static List<String> errors(String words, String statement) {
        return SourceText.errors("Example", """
                import static dev.varve.dsl.Types.*;
                %s
                import java.math.BigDecimal;
                class Example {
                    void define(dev.varve.dsl.Changes changes) {
                        %s
                    }
                }
                """.formatted(words, statement));
    }

    @Test
    void a_default_of_the_wrong_type() {
        assertThat(errorsWithPostgres("varchar(4).defaultTo(\"BUY\");")).isEmpty();
        assertThat(errorsWithPostgres("varchar(4).defaultTo(4);")).isNotEmpty();
        assertThat(errorsWithPostgres("numeric(18, 8).defaultTo(\"1\");")).isNotEmpty();
    }

    @Test
    void a_comparison_with_the_wrong_type() {
        assertThat(errorsWithPostgres("numeric(18, 8).check(price -> price.gt(BigDecimal.ZERO));"))
                .isEmpty();
        assertThat(errorsWithPostgres("numeric(18, 8).check(price -> price.gt(\"x\"));"))
                .isNotEmpty();
    }

    @Test
    void a_hypertable_without_the_words_of_timescale() {
        assertThat(errorsWithTimescale("table(\"t\").hypertable(by(\"at\").every(hours(1)));"))
                .isEmpty();
        assertThat(errorsWithPostgres("table(\"t\").hypertable(null);"))
                .hasSize(1)
                .first()
                .asString()
                .contains("hypertable");
    }

    @Test
    void compression_before_there_is_a_hypertable() {
        String hypertable = "table(\"t\").hypertable(by(\"at\").every(hours(1)))";
        assertThat(errorsWithTimescale(hypertable + ".compress(after(days(7)));"))
                .isEmpty();
        assertThat(errorsWithTimescale("table(\"t\").compress(after(days(7)));"))
                .hasSize(1)
                .first()
                .asString()
                .contains("compress");
    }

    @Test
    void a_raw_statement_that_says_nothing_of_its_way_back() {
        assertThat(errorsWithPostgres("changes.execute(\"vacuum\", irreversible(\"a test\"));"))
                .isEmpty();
        assertThat(errorsWithPostgres("changes.execute(\"a\", reversedBy(\"b\"));"))
                .isEmpty();
        assertThat(errorsWithPostgres("changes.execute(\"vacuum\");")).isNotEmpty();
    }

    @Test
    void a_foreign_key_that_references_nothing_and_goes_on() {
        String key = "changes.alter(table(\"t\")).addForeignKey(\"a\")";
        assertThat(errorsWithPostgres(key + ".references(table(\"u\"), \"id\").onDelete(RESTRICT).addUnique(\"b\");"))
                .isEmpty();
        assertThat(errorsWithPostgres(key + ".addUnique(\"b\");")).isNotEmpty();
    }

    @Test
    void a_default_of_a_domain_of_the_wrong_type() {
        assertThat(errorsWithPostgres("domain(\"price\", numeric(18, 2)).defaultTo(BigDecimal.ONE);"))
                .isEmpty();
        assertThat(errorsWithPostgres("domain(\"price\", numeric(18, 2)).defaultTo(\"1\");"))
                .isNotEmpty();
    }

    @Test
    void what_cannot_be_replaced_or_altered() {
        assertThat(errorsWithPostgres("changes.replace(view(\"v\").as(\"select 1 as one\"));"))
                .isEmpty();
        assertThat(errorsWithPostgres("changes.replace(table(\"t\"));")).isNotEmpty();
        assertThat(errorsWithPostgres("changes.alter(schema(\"s\"));")).isNotEmpty();
        assertThat(errorsWithPostgres("changes.drop(\"t\");")).isNotEmpty();
    }

    @Test
    void a_clause_before_what_it_speaks_of() {
        assertThat(errorsWithPostgres("key(\"a\").include(\"b\").deferrable();"))
                .isEmpty();
        assertThat(errorsWithPostgres("table(\"t\").include(\"b\");")).isNotEmpty();
        assertThat(errorsWithPostgres("varchar(4).onDelete(CASCADE);")).isNotEmpty();
    }
}

package dev.varve.plan;

import static dev.varve.dsl.Postgres.eventTrigger;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.subscription;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.textSearchDictionary;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Environment;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionGraph;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said in another order than that of its names goes to the database in that order, and leaves the checksum as it was. */
class CanonicalOrderTest {

    @Revision(id = "0001", database = "postgres")
    static final class Unsorted implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(schema("shop"));
            changes.create(function("look")
                    .inSchema("shop")
                    .setting("work_mem", "1MB")
                    .setting("lock_timeout", "1s")
                    .body("begin end"));
            changes.alter(function("look").inSchema("shop")).setting("enable_sort", "off");
            changes.alter(function("look").inSchema("shop")).setting("work_mem", "2MB");
            changes.create(table("bids")
                    .inSchema("shop")
                    .column("code", integer().nDistinctInherited(7).nDistinct(5))
                    .index(on(key(sql("code"))
                                    .using("int4_bloom_ops")
                                    .with("n_distinct_per_range", "5")
                                    .with("false_positive_rate", "0.2"))
                            .using("brin")
                            .named("bloom")));
            changes.create(view("seen")
                    .inSchema("shop")
                    .as("select code from shop.bids")
                    .securityInvoker()
                    .securityBarrier());
            changes.alter(view("seen").inSchema("shop")).withLocalCheckOption();
            changes.create(textSearchDictionary("stems")
                    .inSchema("shop")
                    .template("snowball")
                    .option("stopwords", "german")
                    .option("language", "german"));
            changes.alter(textSearchDictionary("stems").inSchema("shop")).option("stopwords", "english");
            changes.create(eventTrigger("watch")
                    .tags("DROP TABLE", "CREATE TABLE")
                    .call(function("look").inSchema("shop")));
            changes.create(subscription("feed").connection("host=x dbname=y").publications("zinc", "iron"));
            changes.alter(subscription("feed")).publications("tin", "iron");
        }
    }

    private static ReplayedRevision revision() {
        RevisionGraph graph = RevisionGraph.of(List.of(Unsorted.class), List.of("postgres"));
        return new History(graph, NamingConvention.STANDARD).revision("postgres", "0001");
    }

    /** The checksum is that of the releases which put everything into the order of its name. */
    @Test
    void the_checksum_is_that_of_the_order_of_names() {
        assertThat(revision().canonicalForm().checksum())
                .isEqualTo("1:79904d56d8469c4a52822bba2f4daf4e04a7d56b072fc8ae759ea658b6911af9");
    }

    @Test
    void the_statements_are_in_the_order_in_which_it_was_said() {
        String statements = revision().up(Environment.NEWEST).statements().stream()
                .map(planned -> planned.statement().sql().text())
                .collect(Collectors.joining("\n"));

        assertThat(statements)
                .contains(
                        "set work_mem to '1MB' set lock_timeout to '1s' as",
                        "alter function shop.look() set enable_sort to 'off'",
                        "int4_bloom_ops (n_distinct_per_range = 5, false_positive_rate = 0.2)",
                        "set (n_distinct_inherited = 7), alter column code set (n_distinct = 5)",
                        "with (security_invoker = true, security_barrier = true) as",
                        "stopwords = 'german', language = 'german'",
                        "when tag in ('DROP TABLE', 'CREATE TABLE')",
                        "publication zinc, iron with",
                        "set publication tin, iron with");
    }
}

package dev.varve.reference;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.domain;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.json;
import static dev.varve.dsl.Types.numeric;
import static java.math.BigDecimal.ZERO;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Everything that the reference makes can be said by models. */
@Tag("laws")
class ModelLawsTest {

    @TestFactory
    Stream<DynamicTest> models_of_a_state_say_the_same() {
        Map<Database, String> states = new LinkedHashMap<>();
        ReferencePages.all().forEach(page -> states(page, states));
        return ModelLaws.of(states);
    }

    @TestFactory
    Stream<DynamicTest> whatever_tables_are_called_and_however_much_there_is_the_models_can_be_compiled() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        Stream.of(
                        "record",
                        "model",
                        "string",
                        "override",
                        "big_decimal",
                        "json",
                        "shop_objects",
                        "table spec",
                        "*/ \\u000a")
                .forEach(name -> changes.create(table(name)
                        .column("id", bigint().primaryKey())
                        .column("amount", numeric(10, 2).check(amount -> amount.gt(ZERO)))
                        .column("said", json())));
        changes.create(table("cascade")
                .column(
                        "id",
                        bigint().primaryKey()
                                .references(reference(table("record"), "id").onDelete(CASCADE))));
        for (int i = 0; i < 1_500; i++) {
            changes.create(domain("amount_" + i, numeric()).check("positive_" + i, "value > " + i));
        }
        return ModelLaws.of(Map.of(DifferenceLaws.after(changes.operations(), Database.empty()), "names"));
    }

    /** Each state once, under the name of the first snippet that leads there. */
    private static void states(Page page, Map<Database, String> states) {
        for (Method snippet : page.snippets()) {
            Database before = DifferenceLaws.after(page.before(snippet), Database.empty());
            Database after = DifferenceLaws.after(page.operations(snippet), before);
            states.putIfAbsent(after, page.content().title() + ' ' + snippet.getName());
        }
    }
}

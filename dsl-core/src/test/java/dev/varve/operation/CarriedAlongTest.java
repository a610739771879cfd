package dev.varve.operation;

import static dev.varve.dsl.Postgres.condition;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.index;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.list;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.policy;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.procedure;
import static dev.varve.dsl.Postgres.publication;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.rule;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.statistics;
import static dev.varve.dsl.Postgres.statisticsOf;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.model.Trigger.Event.UPDATE;
import static dev.varve.testing.TestServers.TABLESPACE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.RuleSpec;
import dev.varve.dsl.TriggerSpec;
import dev.varve.dsl.ViewSpec;
import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A column gets another type under everything that can lean on it: without {@code cascadeRecreate()} that is refused, naming what is in the way, or
 * PostgreSQL does it by itself; with it, all comes back with what it had.
 */
class CarriedAlongTest {

    private static final PlainTable ORDERS = table("orders").inSchema("shop");
    private static final ViewSpec CHEAP = view("cheap").inSchema("shop");
    private static final AlterColumnType WIDER =
            new AlterColumnType(ORDERS.id(), "price", TypeName.of("numeric(20, 8)"), Optional.empty());

    private static List<Operation> given(Consumer<Changes> more) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.createRole("varve_clerks");
        changes.create(schema("shop"));
        changes.create(ORDERS.column("id", integer().primaryKey())
                .column("price", numeric(10, 2))
                .column("note", text()));
        more.accept(changes);
        return changes.operations();
    }

    private static void isCarried(String user, Consumer<Changes> more) {
        List<Operation> before = given(more);
        assertThatThrownBy(() -> WIDER.after(state(before)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Column \"price\" of table shop.orders is used by")
                .hasMessageContaining(user);
        OperationLaws.of(new CascadeRecreate(WIDER)).given(before).hold();
    }

    private static Database state(List<Operation> operations) {
        return Operation.afterAll(operations, Database.empty());
    }

    private static void staysByItself(Consumer<Changes> more) {
        OperationLaws.of(WIDER).given(given(more)).hold();
    }

    @Test
    void views_with_options_defaults_owners_grants_rules_triggers_and_comments() {
        isCarried("view shop.cheap", changes -> {
            changes.create(CHEAP.as("select o.id, o.price from shop.orders o where o.price < 10")
                    .securityBarrier()
                    .withLocalCheckOption()
                    .defaultTo("price", 5));
            changes.comment(CHEAP, "Below ten");
            changes.commentOnColumn(CHEAP, "price", "In francs");
            changes.owner(CHEAP, "varve_clerks");
            changes.grant(privileges("select").on(CHEAP), "public");
            changes.grant(privileges("update").onColumns(CHEAP, "price"), "varve_clerks");
            changes.create(rule("none_gone").on(CHEAP).onDelete().doInsteadNothing());
            changes.create(view("cheapest").inSchema("shop").as("select min(c.price) as price from shop.cheap c"));
        });
    }

    @Test
    void materialized_views_with_storage_columns_indexes_and_comments() {
        isCarried("materialized view shop.prices", changes -> {
            changes.create(materializedView("prices")
                    .inSchema("shop")
                    .tablespace(TABLESPACE)
                    .storage(Map.of("fillfactor", "70"))
                    .as("select o.price, o.note from shop.orders o")
                    .column("note", statistics(500))
                    .index(on("price").tablespace(TABLESPACE).named("by_price")));
            changes.alter(materializedView("prices").inSchema("shop")).clusterOn("by_price");
            changes.comment(materializedView("prices").inSchema("shop"), "All of them");
            changes.grant(privileges("select").on(materializedView("prices").inSchema("shop")), "varve_clerks");
        });
    }

    @Test
    void functions_and_procedures_with_settings_grants_and_comments() {
        isCarried("function shop.total()", changes -> {
            changes.create(function("total")
                    .inSchema("shop")
                    .returns(numeric())
                    .stable()
                    .setting("work_mem", "64MB")
                    .atomic("select sum(o.price) from shop.orders o"));
            changes.comment(function("total").inSchema("shop"), "Of all orders");
            changes.revoke(privileges("execute").on(function("total").inSchema("shop")), "public");
            changes.grant(privileges("execute").on(function("total").inSchema("shop")), "varve_clerks");
            changes.create(procedure("reset").inSchema("shop").atomic("update shop.orders set price = 0"));
        });
    }

    @Test
    void policies_with_roles_and_comments() {
        isCarried("policy", changes -> {
            changes.alter(ORDERS).rowSecurity();
            changes.create(policy("cheap_ones", ORDERS)
                    .to("varve_clerks")
                    .using("price < 10")
                    .restrictive());
            changes.comment(policy("cheap_ones", ORDERS), "Clerks see these");
        });
    }

    @Test
    void triggers_with_states_and_comments() {
        TriggerSpec changed =
                trigger("changed").after(UPDATE).ofColumns("price").on(ORDERS);
        isCarried("trigger", changes -> {
            changes.create(function("note")
                    .inSchema("shop")
                    .returns("trigger")
                    .language("plpgsql")
                    .body("begin return new; end"));
            changes.create(changed.forEachRow()
                    .when("new.price > old.price")
                    .enabledAlways()
                    .call(function("note").inSchema("shop")));
            changes.comment(changed, "Dearer");
        });
    }

    @Test
    void rules_of_the_table() {
        RuleSpec dear = rule("dear").on(ORDERS);
        isCarried("rule", changes -> {
            changes.create(
                    dear.onInsert().where("new.price > 1000").doInsteadNothing().enabledAlways());
            changes.comment(dear, "Nobody pays that");
        });
    }

    /** The columns of a partition are those of its table, of which the view says nothing. */
    @Test
    void views_over_a_partition() {
        List<Operation> before = given(changes -> {
            PlainTable calls = table("calls").inSchema("shop");
            changes.create(calls.column("day", integer().notNull())
                    .column("price", numeric(10, 2))
                    .partitionBy(list("day")));
            changes.create(partition("first").inSchema("shop").of(calls).in(1));
            changes.create(view("dear").inSchema("shop").as("select f.price from shop.first f where f.price > 10"));
        });
        AlterColumnType wider = new AlterColumnType(
                table("calls").inSchema("shop").id(), "price", TypeName.of("numeric(20, 8)"), Optional.empty());

        assertThatThrownBy(() -> wider.after(state(before)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Column \"price\" of table shop.calls is used by view shop.dear");
        OperationLaws.of(new CascadeRecreate(wider)).given(before).hold();
    }

    @Test
    void publications_with_owners_and_comments() {
        isCarried("publication market", changes -> {
            changes.create(publication("market").rows(ORDERS, "price > 10", "id", "price"));
            changes.comment(publication("market"), "For the archive");
        });
    }

    @Test
    void a_generated_column_is_named_and_not_carried_because_it_would_come_last() {
        List<Operation> before = given(changes ->
                changes.alter(ORDERS).addColumn("doubled", numeric().generatedAs(new Expression("price * 2"))));

        assertThatThrownBy(() -> new CascadeRecreate(WIDER).after(state(before)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is used by generated column doubled");
    }

    @Test
    void keys_and_indexes_with_storage_and_comments_stay() {
        staysByItself(changes -> {
            changes.alter(ORDERS)
                    .addUnique(key("price", "id")
                            .storage(Map.of("fillfactor", "70"))
                            .tablespace(TABLESPACE))
                    .addIndex(on("price")
                            .storage(Map.of("fillfactor", "60"))
                            .tablespace(TABLESPACE)
                            .named("by_price"))
                    .addIndex(on(key(sql("price * 2"))).where("price > 5").named("doubled"))
                    .clusterOn("by_price")
                    .replicaIdentityFull()
                    .addCheck("positive", condition("price > 0").noInherit());
            changes.comment(index("doubled").inSchema("shop"), "Of what is dear");
            changes.alter(ORDERS).commentOnConstraint("positive", "Nothing is free");
            changes.create(statisticsOf("together").inSchema("shop").on(ORDERS, "price", "note"));
            changes.comment(statisticsOf("together").inSchema("shop"), "They depend");
            changes.commentOnColumn(ORDERS, "price", "In francs");
            changes.grant(privileges("select").onColumns(ORDERS, "price"), "varve_clerks");
        });
    }

    @Test
    void foreign_keys_to_the_column_stay() {
        staysByItself(changes -> {
            changes.alter(ORDERS).addUnique("price");
            changes.create(table("offers")
                    .inSchema("shop")
                    .column("price", numeric(10, 2))
                    .foreignKey("price", reference(ORDERS, "price")));
        });
    }
}

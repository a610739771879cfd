package dev.varve.plan;

import static dev.varve.dsl.Postgres.baseType;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.madeOf;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Types.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.BaseTypeSpec;
import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.BaseTypeDefinition.Role;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.Passage;
import org.junit.jupiter.api.Test;

/** What happens within one revision is taken back in one go. */
class WayBackTest {

    private static final BaseTypeSpec LOTS = baseType("lots").inSchema("shop");

    @Test
    void a_type_need_not_be_what_it_was_to_go() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(schema("shop"));
        changes.create(LOTS);
        changes.create(
                internal("lots_in", "int4in", pseudo("cstring"), LOTS.column()),
                internal("lots_out", "int4out", LOTS.column(), pseudo("cstring")),
                internal("lots_send", "int4send", LOTS.column(), pseudo("bytea")));
        changes.alter(LOTS)
                .define(madeOf("shop", "lots_in", "lots_out")
                        .send("shop", "lots_send")
                        .length(4)
                        .passedByValue());
        changes.alter(LOTS).without(Role.SEND);

        assertThat(Inverse.of(changes.operations(), Database.empty()).operations())
                .extracting(Operation::description)
                .contains("make a shell of base type shop.lots")
                .doesNotContain("alter base type shop.lots");
        OperationLaws.of(new Passage("one revision", changes.operations())).hold();
    }

    private static FunctionSpec internal(String name, String body, ColumnSpec<?> argument, ColumnSpec<?> result) {
        return function(name)
                .inSchema("shop")
                .argument("value", argument)
                .returns(result)
                .language("internal")
                .immutable()
                .strict()
                .body(body);
    }

    private static ColumnSpec<String> pseudo(String name) {
        return typed(name, String.class);
    }
}

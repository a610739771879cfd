package dev.varve.reference;

import static dev.varve.dsl.Postgres.cast;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import dev.varve.dsl.EnumSpec;
import dev.varve.dsl.FunctionSpec;

final class Casts implements ReferencePage {

    private static final EnumSpec SIDE = enumType("side").inSchema("shop").values("BUY", "SELL");

    private static final FunctionSpec SIGN = function("sign_of")
            .inSchema("shop")
            .argument("side", enumerated(SIDE))
            .returns(integer())
            .language("sql")
            .immutable()
            .body("select case $1 when 'BUY' then 1 else -1 end");

    @Override
    public String title() {
        return "Casts";
    }

    @Override
    public String introduction() {
        return "A cast leads from the values of one type to those of another. It is known by these types and has no name.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), SIDE, SIGN);
    }

    @Snippet("Create a cast with a function")
    void create(Changes changes) {
        changes.create(cast(enumerated(SIDE), integer()).with(SIGN));
    }

    @Snippet("Cast by the texts of values, in every expression")
    void byText(Changes changes) {
        changes.create(cast(varchar(20), enumerated(SIDE)).asImplicit());
    }

    @Snippet("Cast when a value is stored")
    void assignment(Changes changes) {
        changes.create(cast(enumerated(SIDE), integer()).with(SIGN).asAssignment());
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(cast(enumerated(SIDE), integer()), "The sign of the position");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(cast(enumerated(SIDE), integer()));
    }
}

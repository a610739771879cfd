package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;

import dev.varve.model.Argument;
import dev.varve.model.EnumType;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenameEnumValueTest {

    private static final EnumType KIND = new EnumType(name("kind"), List.of("zz_old", "b"));

    private static OperationLaws laws() {
        return OperationLaws.of(new RenameEnumValue(KIND.id(), "zz_old", "it's new"))
                .given(SCHEMA, KIND);
    }

    @Test
    void a_value() {
        laws().given(comment(KIND, "c"), table("t", column("a", "trading.kind")))
                .hold();
    }

    @Test
    void a_value_that_defaults_checks_indexes_and_views_use() {
        Table table = table(
                        "t",
                        defaulted("a", "trading.kind", "'zz_old'"),
                        defaulted("b", "trading.kind[]", "array['zz_old']::trading.kind[]"),
                        defaulted("c", "text", "'zz'"))
                .plus(check("ck", "a in ('zz_old', 'b')"))
                .plus(check("ck2", "a <> 'zz_old'::trading.kind"));
        Index index = new Index(
                name("ix"),
                table.id(),
                false,
                "btree",
                List.of(IndexKey.column("a")),
                List.of(),
                Optional.of(new Expression("a = 'zz_old'")));
        laws().given(table, index).hold();
    }

    @Test
    void a_string_that_may_mean_the_value_is_refused() {
        Table table = table("t", column("a", "trading.kind"), column("s", "text"))
                .plus(check("ck", "a = 'b' or s = 'zz_old'"));
        laws().given(table)
                .areRefusedBeforehandWith(
                        "The table trading.t says 'zz_old' in \"a = 'b' or s = 'zz_old'\", which may or may not mean the value of"
                                + " enum type trading.kind. Drop what says so before the rename and make it again after it, in the same revision.");
        laws().given(table("t", column("a", "trading.kind")), view("v", "select a from trading.t where a = 'zz_old'"))
                .areRefusedBeforehandWith(
                        "The view trading.v says 'zz_old' in \"select a from trading.t where a = 'zz_old'\", which may or may not mean the value of"
                                + " enum type trading.kind. Drop what says so before the rename and make it again after it, in the same revision.");
    }

    @Test
    void a_view_and_a_function_that_cast_to_the_enum() {
        laws().given(
                        table("t", column("a", "trading.kind"), defaulted("s", "text", "'zz_' || 'old'")),
                        view("v", "select a from trading.t where a = 'zz_old'::trading.kind"),
                        function(
                                "f",
                                "integer",
                                "select 1",
                                new Argument(
                                        "k", TypeName.of("trading.kind"), Optional.of(new Expression("'zz_old'")))))
                .hold();
    }

    @Test
    void a_value_that_is_not_there_or_is_taken_is_refused() {
        OperationLaws.of(new RenameEnumValue(KIND.id(), "c", "d"))
                .given(SCHEMA, KIND)
                .areRefusedWith("The enum type trading.kind has no value 'c'; it has [zz_old, b].");
        OperationLaws.of(new RenameEnumValue(KIND.id(), "zz_old", "b"))
                .given(SCHEMA, KIND)
                .areRefusedWith("The enum type trading.kind has a value twice: [b, b].");
    }
}

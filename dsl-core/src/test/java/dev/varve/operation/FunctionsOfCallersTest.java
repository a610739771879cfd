package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Argument;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.Volatility;
import dev.varve.sql.Expression;
import dev.varve.sql.Query;
import dev.varve.sql.Statement;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Functions that find names under the search_path of those who call them, run by what is made. */
class FunctionsOfCallersTest {

    private static final Table PRICES = table("prices", column("price", "integer"));
    private static final Function HALF = function("half", "select $1 / 2");
    private static final Function QUARTER = unchecked(function("quarter", "select half(half($1))"));
    private static final Index BY_QUARTER = new Index(
            name("by_quarter"),
            PRICES.id(),
            false,
            "btree",
            List.of(IndexKey.expression(new Expression("trading.quarter(price)"))),
            List.of(),
            Optional.empty());
    private static final MaterializedView QUARTERS = new MaterializedView(
            name("quarters"), new Query("select trading.quarter(p.price) as q from trading.prices p"));

    private static Function function(String name, String body) {
        return new Function(
                name(name),
                List.of(Argument.of("", TypeName.of("integer"))),
                "integer",
                "sql",
                Volatility.IMMUTABLE,
                false,
                body);
    }

    private static Function unchecked(Function function) {
        return function.doing(function.body().unchecked());
    }

    private static OperationLaws laws(SchemaObject made) {
        return OperationLaws.of(new CreateObject(made))
                .given(SCHEMA, PRICES, HALF, QUARTER)
                .before(17);
    }

    @Test
    void an_index_is_built_where_its_function_finds_others() {
        laws(BY_QUARTER).hold();
    }

    @Test
    void a_materialized_view_is_filled_where_its_function_finds_others() {
        laws(QUARTERS).hold();
    }

    @Test
    void the_path_is_set_for_the_one_statement() {
        Database before = Database.empty()
                .plus(SCHEMA)
                .plus(PRICES)
                .plus(HALF)
                .plus(QUARTER)
                .on(new Environment(160004, Map.of()));

        assertThat(new CreateObject(BY_QUARTER).statements(before))
                .extracting(Statement::toString)
                .containsExactly(
                        "set local search_path = trading",
                        "create index by_quarter on trading.prices ((trading.quarter(price)))",
                        "set local search_path = ''");
    }

    @Test
    void a_function_with_a_path_of_its_own_needs_none() {
        Database before = Database.empty()
                .plus(SCHEMA)
                .plus(PRICES)
                .plus(HALF)
                .plus(QUARTER.setting("search_path", "trading"))
                .on(new Environment(160004, Map.of()));

        assertThat(new CreateObject(BY_QUARTER).statements(before)).hasSize(1);
    }
}

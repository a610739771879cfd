package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.sql.Query;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CascadeRecreateTest {

    private static final Table PRICES =
            table("prices", column("symbol", "text"), column("price", "numeric(10, 2)"), column("note", "text"));
    private static final View LATEST =
            new View(name("latest"), new Query("select p.symbol, p.price from trading.prices p"));
    private static final View NOTES = new View(name("notes"), new Query("select p.note from trading.prices p"));
    private static final MaterializedView TOP = new MaterializedView(
            name("top"), new Query("select l.symbol, max(l.price) as price from trading.latest l group by l.symbol"));
    private static final Index TOP_INDEX = new Index(
            name("top_idx"), TOP.id(), true, "btree", List.of(IndexKey.column("symbol")), List.of(), Optional.empty());

    private static final AlterColumnType WIDER =
            new AlterColumnType(PRICES.id(), "price", TypeName.of("numeric(20, 8)"), Optional.empty());

    @Test
    void views_on_views_come_back_with_all_that_they_had() {
        OperationLaws.of(new CascadeRecreate(WIDER))
                .given(SCHEMA, PRICES, LATEST, NOTES, TOP, TOP_INDEX, comment(TOP, "the highest"))
                .given(comment(LATEST, "what was paid"), comment(TOP_INDEX, "one each"))
                .hold();
    }

    @Test
    void a_view_under_others_gets_another_query() {
        View other = new View(LATEST.name(), new Query("select p.price, p.symbol from trading.prices p"));
        OperationLaws.of(new CascadeRecreate(new RecreateObject(other)))
                .given(SCHEMA, PRICES, LATEST, TOP, TOP_INDEX)
                .hold();
    }

    @Test
    void without_it_what_stands_in_the_way_is_named() {
        OperationLaws.of(WIDER)
                .given(SCHEMA, PRICES, LATEST, TOP)
                .areRefusedWith(
                        "Column \"price\" of table trading.prices is used by view trading.latest. Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void what_is_removed_cannot_be_used_again() {
        assertThatThrownBy(() -> new CascadeRecreate(new DropColumn(PRICES.id(), "price")))
                .hasMessage(
                        "\"drop column price from trading.prices\" removes what others use, so that these cannot be made again. Drop or replace them first.");
    }
}

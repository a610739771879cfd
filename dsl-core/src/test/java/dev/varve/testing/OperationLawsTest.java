package dev.varve.testing;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.operation.AddColumn;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationLawsTest {

    private static final Table QUOTES = table("quotes", column("bid", "numeric(18, 8)"));

    /** An operation whose parts do not fit together. */
    private record Lie(String statement, Reversal reversal) implements Operation {

        @Override
        public String description() {
            return "lie";
        }

        @Override
        public Footprint footprint() {
            return Footprint.of(QUOTES.id());
        }

        @Override
        public List<Statement> statements(Database before) {
            return List.of(Statement.of(Sql.raw(statement), LockMode.NONE));
        }

        @Override
        public Database after(Database before) {
            return before;
        }

        @Override
        public Reversal reversal(Database before) {
            return reversal;
        }
    }

    private static OperationLaws laws(String statement, Operation... back) {
        return OperationLaws.of(new Lie(statement, Reversal.Exact.by(back))).given(SCHEMA, QUOTES);
    }

    @Test
    void an_effect_that_is_not_what_it_says_is_found() {
        assertThatThrownBy(() ->
                        laws("alter table trading.quotes add column ask text").hold())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("lie: the state after the operation\non PostgreSQL ")
                .hasMessageEndingWith(
                        "- declared\n+ on the server\n+ table trading.quotes column 2. Column[name=ask, type=text, collation=Optional.empty, notNull=false, value=Optional.empty, properties={}]");
    }

    @Test
    void a_way_back_that_does_not_lead_back_is_found() {
        assertThatThrownBy(() -> laws("select 1", new AddColumn(QUOTES.id(), column("ask", "text")))
                        .hold())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the way back");
    }

    @Test
    void a_change_of_which_the_model_knows_nothing_is_found() {
        assertThatThrownBy(() -> laws("do 'begin create function trading.tied() returns void language sql as $$$$;"
                                + " alter function trading.tied() depends on extension plpgsql; end'")
                        .hold())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dependence of function trading.tied() on extension plpgsql");
    }

    @Test
    void a_semicolon_is_found() {
        assertThatThrownBy(() -> laws("select 1;").hold()).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_refusal_that_the_server_does_not_share_is_found() {
        assertThatThrownBy(() -> OperationLaws.of(new AddColumn(QUOTES.id(), column("ask", "text")))
                        .given(SCHEMA, QUOTES)
                        .areRefusedWith("no"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void laws_hold_with_timescale_too() {
        OperationLaws.of(new AddColumn(QUOTES.id(), column("ask", "text")))
                .given(SCHEMA, QUOTES)
                .onTimescale()
                .hold();
    }
}

package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.name;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.WEEKLY;
import static dev.varve.timescale.Market.aggregate;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.SchemaObject;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Query;
import dev.varve.sql.Statement;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.AggregateIndex;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.RetentionPolicy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Aggregates that stand in the way of a change are dropped from the top, and made again from the bottom. */
class AggregateTreeTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static final AlterColumnType WIDER =
            new AlterColumnType(TICKS.id(), "price", TypeName.of("numeric"), Optional.empty());
    private static final ContinuousAggregate HOURS = HOURLY.holding(List.of(
            Compression.of(List.of("symbol"), List.of(OrderKey.desc("bucket"))),
            new CompressionPolicy(days(30), Optional.of(days(1))),
            new RetentionPolicy(days(7300), Optional.of(days(1)))));
    private static final AggregateIndex BY_COUNT = new AggregateIndex(new Index(
            name("hourly_counts"),
            HOURLY.id(),
            false,
            "btree",
            List.of(IndexKey.column("trade_count")),
            List.of(),
            Optional.empty()));
    private static final ContinuousAggregate HIGHS = aggregate(
            "hourly",
            "select time_bucket(interval '1 hour', t.traded) as bucket, t.symbol, max(t.price) as high, count(*) as trade_count"
                    + " from trading.ticks t group by bucket, t.symbol");
    private static final View TOP =
            new View(name("top"), new Query("select d.symbol, d.open from trading.daily d where d.trade_count > 1"));

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).onTimescale();
    }

    private static Database run(Database state, Operation operation) {
        for (Statement statement : operation.statements(state)) {
            DATABASE.get().execute(statement.sql().text());
        }
        return operation.after(state);
    }

    private static Database market(SchemaObject... objects) {
        Database state = run(DATABASE.nothing(), new CreateObject(new Extension("timescaledb", Optional.empty())));
        for (SchemaObject object : objects) {
            state = run(state, new CreateObject(object));
        }
        return state;
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_tree_of_aggregates_comes_back_with_all_that_it_had() {
        laws(new CascadeRecreate(WIDER))
                .given(SCHEMA, TICKS.with(BY_SYMBOL).with(WEEKLY), HOURS, BY_COUNT, DAILY, TOP)
                .given(comment(HOURS, "hours"), comment(TOP, "days"))
                .givenRows(
                        ROWS,
                        "select compress_chunk(c) from show_chunks('trading.ticks') c",
                        "call refresh_continuous_aggregate('trading.hourly', null, null)")
                .hold();
    }

    @Test
    void an_aggregate_under_others_gets_another_query() {
        ContinuousAggregate other = aggregate(
                "hourly",
                "select time_bucket(interval '1 hour', t.traded) as bucket, t.symbol, max(t.price) as open, count(*) as trade_count"
                        + " from trading.ticks t where t.price > 0 group by bucket, t.symbol");
        laws(new CascadeRecreate(new RecreateContinuousAggregate(other, true)))
                .given(SCHEMA, TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void an_aggregate_with_another_query_keeps_what_it_owned() {
        laws(new RecreateContinuousAggregate(HIGHS, true))
                .given(SCHEMA, TICKS, HOURS, BY_COUNT)
                .given(comment(HOURS, "hours"))
                .givenRows(ROWS, "call refresh_continuous_aggregate('trading.hourly', null, null)")
                .hold();
    }

    @Test
    void an_aggregate_is_not_made_anew_if_that_loses_history() throws SQLException {
        Database state = market(SCHEMA, TICKS, HOURLY);
        DATABASE.get()
                .execute(
                        ROWS,
                        "call refresh_continuous_aggregate('trading.hourly', null, null)",
                        "select drop_chunks('trading.ticks', timestamptz '2025-01-01 03:00+00')");

        assertThatThrownBy(() -> run(state, new RecreateContinuousAggregate(HIGHS, true)))
                .hasStackTraceContaining("The continuous aggregate trading.hourly holds buckets from 2025-01-01")
                .hasStackTraceContaining("If they may be lost, drop it with drop(...), and create it again.");
        assertThat(ask("select count(*) from trading.hourly")).isEqualTo("10");
        Database retaining = Database.empty().plus(SCHEMA).plus(FULL_TICKS).plus(HOURLY);
        assertThatThrownBy(() -> new RecreateContinuousAggregate(HIGHS, true).after(retaining))
                .hasMessage(
                        "The continuous aggregate trading.hourly would be made again of table trading.ticks, which has a"
                                + " retention policy of 365 days: what it holds of older rows would be lost. If it may be, drop it with"
                                + " drop(...), and create it again.");
    }

    @Test
    void making_an_aggregate_anew_says_what_is_lost_on_the_way_back() {
        Database state = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY);
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.recreate(continuousAggregate("hourly")
                .inSchema("trading")
                .as("select time_bucket(interval '1 hour', t.traded) as bucket from trading.ticks t group by 1"));

        Operation recreating = changes.operations().get(0);
        assertThat(recreating).isInstanceOf(RecreateContinuousAggregate.class);
        assertThat(recreating.description()).isEqualTo("recreate continuous aggregate trading.hourly");
        assertThat(recreating.reversal(state).lost())
                .containsExactly("what trading.hourly holds of rows that its source has no more");
    }

    @Test
    void all_is_there_again_before_the_first_is_computed_from_the_bottom() {
        Database state = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY).plus(DAILY);
        List<Statement> statements = new CascadeRecreate(WIDER).statements(state);

        assertThat(statements)
                .filteredOn(statement -> !statement.transactional())
                .hasToString("[call public.refresh_continuous_aggregate('trading.hourly', null, null), call"
                        + " public.refresh_continuous_aggregate('trading.daily', null, null)]");
        assertThat(statements.subList(0, statements.size() - 2)).allMatch(Statement::transactional);
        assertThat(statements.stream().map(statement -> statement.sql().text()).filter(text -> text.startsWith("drop")))
                .containsExactly("drop materialized view trading.daily", "drop materialized view trading.hourly");
    }

    @Test
    void what_the_way_back_may_lose_is_said() {
        Database state = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY).plus(DAILY);

        assertThat(new CascadeRecreate(WIDER).reversal(state).lost())
                .containsExactly(
                        "what does not fit into numeric(18, 8) of the values of trading.ticks.price",
                        "what trading.daily holds of rows that its source has no more",
                        "what trading.hourly holds of rows that its source has no more");
    }

    @Test
    void the_rows_are_computed_again() throws SQLException {
        Database state = market(SCHEMA, TICKS, HOURLY, DAILY);
        DATABASE.get().execute(ROWS);
        run(state, new CascadeRecreate(WIDER));

        assertThat(ask("select count(*) || ' ' || sum(trade_count) from trading.hourly"))
                .isEqualTo("10 60");
        assertThat(ask("select sum(trade_count) from trading.daily")).isEqualTo("60");
    }

    @Test
    void history_that_would_be_lost_stops_it() throws SQLException {
        Database state = market(SCHEMA, TICKS, HOURLY, DAILY);
        DATABASE.get()
                .execute(
                        ROWS,
                        "call refresh_continuous_aggregate('trading.hourly', null, null)",
                        "select drop_chunks('trading.ticks', timestamptz '2025-01-01 03:00+00')");

        assertThatThrownBy(() -> run(state, new CascadeRecreate(WIDER)))
                .hasStackTraceContaining("The continuous aggregate trading.hourly holds buckets from 2025-01-01")
                .hasStackTraceContaining("Say cascadeRecreateLosing() if they may be lost.");
        assertThat(ask("select count(*) from trading.hourly")).isEqualTo("10");

        run(state, new CascadeRecreate(WIDER, true));
        assertThat(ask("select count(*) from trading.hourly")).isEqualTo("4");
    }

    @Test
    void history_that_a_retention_policy_takes_is_not_lost_unless_somebody_says_so() {
        Database state =
                Database.empty().plus(SCHEMA).plus(FULL_TICKS).plus(HOURLY).plus(DAILY);

        assertThatThrownBy(() -> new CascadeRecreate(WIDER).after(state))
                .hasMessage(
                        "The continuous aggregate trading.daily would be made again of table trading.ticks, which has a"
                                + " retention policy of 365 days: what it holds of older rows would be lost. Say"
                                + " cascadeRecreateLosing() if it may be, or drop and create the aggregate yourself.");
        RetentionPolicy month = new RetentionPolicy(days(30), Optional.of(days(1)));
        assertThat(new CascadeRecreate(WIDER)
                        .after(Database.empty().plus(SCHEMA).plus(FULL_TICKS).plus(HOURLY.holding(List.of(month))))
                        .has(HOURLY.id()))
                .as("what is kept no longer than its source loses nothing")
                .isTrue();
        laws(new CascadeRecreate(WIDER, true))
                .given(SCHEMA, FULL_TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
    }
}

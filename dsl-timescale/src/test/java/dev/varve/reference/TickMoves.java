package dev.varve.reference;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.DropNotNull;
import dev.varve.operation.DropObject;
import dev.varve.operation.ExecuteSql;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetNotNull;
import dev.varve.sql.Query;
import dev.varve.testing.Draw;
import dev.varve.testing.Move;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.AggregateIndex;
import dev.varve.timescale.model.ChunkSkipping;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.ReorderPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Tablespaces;
import dev.varve.timescale.operation.AddDimension;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.DropPolicy;
import dev.varve.timescale.operation.RebuildTable;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetChunkSkipping;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetMaterializedOnly;
import dev.varve.timescale.operation.SetPolicy;
import dev.varve.timescale.operation.SetRefreshPolicies;
import dev.varve.timescale.operation.SetTablespaces;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What somebody may do to a hypertable with rows, to its aggregates, and to what stands on both. */
final class TickMoves {

    /** A tablespace that the server has. */
    static final String TABLESPACE = "varve_chunks";

    private static final ObjectId<Table> TABLE = TICKS.id();
    private static final ObjectId<ContinuousAggregate> HOURS = HOURLY.id();
    private static final Index PRICES = index("ticks_price", TICKS, IndexKey.column("price"));
    private static final AggregateIndex COUNTS = new AggregateIndex(new Index(
            name("hourly_counts"),
            HOURS,
            false,
            "btree",
            List.of(IndexKey.column("trade_count")),
            List.of(),
            Optional.empty()));
    private static final View LATEST =
            new View(name("latest"), new Query("select t.symbol, t.price from trading.ticks t"));

    private TickMoves() {}

    /** A hypertable with rows, and a plain table. */
    static Move first() {
        return (changes, draw) -> List.of(
                        new CreateObject(SCHEMA),
                        new CreateObject(FULL_TICKS.without(RetentionPolicy.class)),
                        new CreateObject(table("notes", column("traded", "timestamptz"), column("note", "text"))),
                        new ExecuteSql(
                                "insert ticks", List.of(ROWS), new ExecuteSql.StatedReversal.Losing("what was there")))
                .forEach(changes::add);
    }

    /** All moves. */
    static List<Move> all() {
        return List.<Function<Draw, Operation>>of(
                        draw -> new SetChunkInterval(chunked(draw), hours(count(draw))),
                        draw -> new SetCompression(chunked(draw), BY_SYMBOL),
                        draw -> new SetCompression(TABLE, Compression.of(List.of(), List.of(OrderKey.asc("symbol")))),
                        draw -> new SetCompression(
                                HOURS, Compression.of(List.of("symbol"), List.of(OrderKey.desc("bucket")))),
                        draw -> new DropCompression(chunked(draw)),
                        draw -> new SetPolicy(
                                chunked(draw), new CompressionPolicy(Age.of(days(count(draw))), Schedule.CHOSEN)),
                        draw -> new SetPolicy(
                                chunked(draw),
                                new RetentionPolicy(
                                        Age.of(days(3000 + count(draw))), Schedule.CHOSEN.every(hours(count(draw))))),
                        draw -> new DropPolicy(chunked(draw), RetentionPolicy.class),
                        draw -> new DropPolicy(chunked(draw), CompressionPolicy.class),
                        draw -> new AddDimension(TABLE, new HashDimension("symbol", count(draw))),
                        draw -> new SetChunkSkipping(TABLE, new ChunkSkipping(draw.of(List.of("traded"), List.of()))),
                        draw -> new SetTablespaces(TABLE, new Tablespaces(draw.of(List.of(TABLESPACE), List.of()))),
                        draw -> new RebuildTable(TABLE, List.of()),
                        draw -> new CreateContinuousAggregate(HOURLY),
                        draw -> new CreateContinuousAggregate(DAILY),
                        draw -> new SetMaterializedOnly(HOURS, draw.oneIn(2)),
                        draw -> new SetRefreshPolicies(
                                HOURS,
                                List.of(new RefreshPolicy(
                                        hours(count(draw)),
                                        Optional.of(days(2 + count(draw))),
                                        Optional.of(hours(1))))),
                        draw -> new SetRefreshPolicies(HOURS, List.of()),
                        draw -> new CreateObject(COUNTS),
                        draw -> new CreateObject(PRICES),
                        draw -> new CreateObject(new ReorderPolicy(TICKS.name(), PRICES.id(), Schedule.CHOSEN)),
                        draw -> new CreateObject(LATEST),
                        draw -> new DropObject(draw.of(
                                COUNTS.id(), PRICES.id(), ReorderPolicy.id(TICKS.name()), LATEST.id(), DAILY.id())),
                        draw -> new AddColumn(TABLE, column("venue", "text")),
                        draw -> new DropColumn(TABLE, "venue"),
                        draw -> new AddConstraint(TABLE, check("positive", "price > 0")),
                        draw -> new DropConstraint(TABLE, "positive"),
                        draw -> new SetNotNull(TABLE, "price"),
                        draw -> new DropNotNull(TABLE, "price"),
                        draw -> new RenameColumn(TABLE, "note", "remark"),
                        draw -> new RenameObject(DAILY.id(), "per_day"),
                        draw -> new RenameObject(Table.id(name("notes")), "remarks"),
                        draw -> new SetComment(chunked(draw), "", Optional.of("every " + count(draw))),
                        draw -> new AlterColumnType(TABLE, "price", TypeName.of("numeric(20, 8)"), Optional.empty()),
                        draw -> new CascadeRecreate(
                                new AlterColumnType(TABLE, "price", TypeName.of("numeric"), Optional.empty()), true))
                .stream()
                .<Move>map(operation -> (changes, draw) -> changes.add(operation.apply(draw)))
                .toList();
    }

    private static ObjectId<?> chunked(Draw draw) {
        return draw.of(TABLE, HOURS);
    }

    private static int count(Draw draw) {
        return 1 + draw.random().nextInt(20);
    }
}

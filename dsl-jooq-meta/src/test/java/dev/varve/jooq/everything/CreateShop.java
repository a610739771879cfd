package dev.varve.jooq.everything;

import static dev.varve.dsl.IntervalFields.DAY_TO_SECOND;
import static dev.varve.dsl.IntervalFields.YEAR_TO_MONTH;
import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.compositeType;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.domain;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sequence;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.SpecialTypes.int4range;
import static dev.varve.dsl.SpecialTypes.internalChar;
import static dev.varve.dsl.SpecialTypes.tsvector;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.bit;
import static dev.varve.dsl.Types.bool;
import static dev.varve.dsl.Types.bytea;
import static dev.varve.dsl.Types.cashMoney;
import static dev.varve.dsl.Types.character;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.doublePrecision;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.inet;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.interval;
import static dev.varve.dsl.Types.json;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.oid;
import static dev.varve.dsl.Types.real;
import static dev.varve.dsl.Types.smallint;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.time;
import static dev.varve.dsl.Types.timestamp;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.typed;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varbit;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.dsl.Types.xml;
import static dev.varve.model.ReferentialAction.CASCADE;

import dev.varve.dsl.Changes;
import dev.varve.dsl.EnumSpec;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PlainTable;
import dev.varve.revision.Revision;
import java.math.BigDecimal;
import java.util.List;

/** Tables with all that the generator can say of them. */
@Revision(id = "0001", database = "shop")
public final class CreateShop implements Migration {

    static final EnumSpec SIDE = enumType("side").inSchema("shop");
    static final PlainTable ACCOUNTS = table("accounts").inSchema("shop");
    static final PlainTable ORDERS = table("orders").inSchema("shop");
    static final PlainTable EVENTS = table("events").inSchema("shop");
    static final PlainTable PAIRS = table("pairs").inSchema("shop");
    static final PlainTable PLACES = table("places").inSchema("shop");

    @Override
    public void define(Changes changes) {
        changes.create(schema("shop"));
        changes.create(SIDE.values("BUY", "SELL"));
        changes.comment(SIDE, "Which way an order goes");
        changes.create(domain("amount", numeric()).inSchema("shop").check("amount_is_positive", "value > 0"));
        changes.create(domain("price", typed("shop.amount", BigDecimal.class))
                .inSchema("shop")
                .notNull());
        changes.create(compositeType("address")
                .inSchema("shop")
                .attribute("street", varchar(80))
                .attribute("lines", arrayOf(text()))
                .attribute("cost", typed("shop.amount", BigDecimal.class)));
        changes.create(
                sequence("tickets").inSchema("shop"),
                sequence("batches")
                        .inSchema("shop")
                        .counting(o -> o.incrementedBy(10).between(1000, 9999).cycling()));
        tables(changes);
        parts(changes);
    }

    private static void tables(Changes changes) {
        changes.create(ACCOUNTS.column("id", bigint().identity().primaryKey())
                .column("owner", varchar(20).notNull().unique())
                .column("home", typed("shop.address", String.class))
                .comment("Who trades"));
        changes.create(ORDERS.column("id", integer().serial().primaryKey())
                .column(
                        "account_id",
                        bigint().notNull().references(reference(ACCOUNTS, "id").onDelete(CASCADE)))
                .column("side", enumerated(SIDE).notNull().defaultTo("BUY"))
                .column("sides", arrayOf(enumerated(SIDE)))
                .column("price", typed("shop.price", BigDecimal.class))
                .column("quantity", numeric(18, 8).notNull())
                .column("filled", numeric(18, 8).notNull().defaultTo(BigDecimal.ZERO))
                .column("open", numeric(18, 8).generatedAs(sql("quantity - filled")))
                .column("note", text().comment("In their words"))
                .column("venue", varchar(10).notNull().defaultTo("XNAS"))
                .column("placed_at", timestamptz().notNull().defaultTo(sql("now()")))
                .unique("account_id", "placed_at")
                .check("note_or_price", "note <> '' or price > 10")
                .index(on(asc("account_id"), desc("placed_at")))
                .index(on(key(sql("lower(note)"))).named("orders_by_note"))
                .index(on("side").where("note is not null").named("orders_noted")));
        changes.create(table("kinds")
                .inSchema("shop")
                .column("a", smallint())
                .column("b", real())
                .column("c", doublePrecision())
                .column("d", bool())
                .column("e", uuid())
                .column("f", date())
                .column("g", time(3))
                .column("h", timestamp())
                .column("i", timestamp(3))
                .column("j", interval())
                .column("k", json())
                .column("l", jsonb())
                .column("m", bytea())
                .column("n", inet())
                .column("o", character(3))
                .column("p", bit(4))
                .column("q", arrayOf(varchar(7)))
                .column("r", arrayOf(numeric(10, 2)))
                .column("s", arrayOf(timestamptz()))
                .column("t", numeric())
                .column("u", numeric(5, 0))
                .column("v", varchar())
                .column("w", int4range())
                .column("x", arrayOf(integer())));
        changes.create(table("More \"Kinds\"")
                .inSchema("shop")
                .column("a", interval(DAY_TO_SECOND))
                .column("b", interval(YEAR_TO_MONTH))
                .column("c", arrayOf(typed("shop.address", String.class)))
                .column("e", arrayOf(typed("shop.amount", BigDecimal.class)))
                .column("f", xml())
                .column("g", oid())
                .column("h", timestamptz(0))
                .column("i", tsvector())
                .column("j", cashMoney())
                .column("k", numeric(10))
                .column("l", internalChar())
                .column("m", typed("shop.orders", String.class))
                .column("n", arrayOf(jsonb()))
                .column("o", arrayOf(uuid()))
                .column("q", arrayOf(character(2)))
                .column("select", varbit(5))
                .column("s", arrayOf(time(2))));
    }

    private static void parts(Changes changes) {
        changes.create(EVENTS.column("id", bigint().notNull())
                .column("day", date().notNull())
                .column("what", text())
                .primaryKey("id", "day")
                .partitionBy(range("day")));
        changes.create(partition("events_old")
                .inSchema("shop")
                .of(EVENTS)
                .from("2024-01-01")
                .to("2025-01-01"));
        changes.create(PAIRS.column("id", bigint()).column("day", date()).primaryKey("id", "day"));
        changes.create(table("notes")
                .inSchema("shop")
                .column("event", bigint())
                .column("day", date())
                .column("text", text())
                .foreignKey(
                        List.of("event", "day"), reference(PAIRS, "id", "day").onDelete(CASCADE))
                .foreignKey(
                        List.of("event", "day"),
                        reference(partition("events_old").inSchema("shop"), "id", "day")
                                .named("of_old_event")));
        changes.create(PLACES.column("id", integer().primaryKey()).column("name", text().notNull()));
        changes.create(
                table("ports").inSchema("shop").column("depth", integer()).inherits(PLACES));
    }
}

package dev.varve.reference;

import static dev.varve.dsl.Postgres.EXTERNAL;
import static dev.varve.dsl.Postgres.INSERT;
import static dev.varve.dsl.Postgres.condition;
import static dev.varve.dsl.Postgres.defaultNDistinct;
import static dev.varve.dsl.Postgres.defaultTo;
import static dev.varve.dsl.Postgres.foreignDataWrapper;
import static dev.varve.dsl.Postgres.foreignServer;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.nDistinct;
import static dev.varve.dsl.Postgres.noDefault;
import static dev.varve.dsl.Postgres.notNull;
import static dev.varve.dsl.Postgres.nullable;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.statistics;
import static dev.varve.dsl.Postgres.storage;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Postgres.userMapping;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ForeignServerSpec;
import dev.varve.dsl.PlainTable;

final class ForeignData implements ReferencePage {

    private static final ForeignServerSpec FEED = foreignServer("feed").wrapper("ticker");
    private static final PlainTable PRICES = table("prices").inSchema("shop");

    @Override
    public String title() {
        return "Foreign data";
    }

    @Override
    public String introduction() {
        return """
                Wrappers, servers, user mappings and foreign tables. A definition is changed by putting another one in its place, for which
                the shortest `alter` is written. A user mapping with a password is refused, because plans are printed and stored.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
        changes.create(foreignDataWrapper("ticker"));
    }

    @Snippet("Create a wrapper")
    void wrapper(Changes changes) {
        changes.create(foreignDataWrapper("files").option("host", "disk"));
        changes.create(foreignDataWrapper("mails").validator("pg_catalog", "postgresql_fdw_validator"));
    }

    @Snippet(value = "Change a wrapper", after = "wrapper")
    void changeWrapper(Changes changes) {
        changes.replace(foreignDataWrapper("files").option("host", "archive").option("debug", "true"));
        changes.replace(foreignDataWrapper("mails"));
        changes.comment(foreignDataWrapper("files"), "What lies on disk");
        changes.rename(foreignDataWrapper("files"), "documents");
    }

    @Snippet(value = "Reach data by a function, and no more", needs = "file_fdw")
    void handler(Changes changes) {
        changes.create(function("read_files")
                .inSchema("shop")
                .returns("fdw_handler")
                .compiled("$libdir/file_fdw", "file_fdw_handler"));
        changes.create(foreignDataWrapper("disk").handler("shop", "read_files"));
        changes.replace(foreignDataWrapper("disk"));
        changes.replace(foreignDataWrapper("disk")
                .handler("shop", "read_files")
                .validator("pg_catalog", "postgresql_fdw_validator"));
    }

    @Snippet("Create a server, and say as whom roles come to it")
    void server(Changes changes) {
        changes.create(FEED.type("exchange").version("1").option("host", "feed"));
        changes.create(userMapping("public", FEED).option("user", "reader"));
    }

    @Snippet(value = "Grant the use of a wrapper and a server, and give the server to a role", after = "server")
    void privileges_(Changes changes) {
        changes.createRole("varve_clerks");
        changes.grant(privileges("usage").on(foreignDataWrapper("ticker")), "varve_clerks");
        changes.grant(privileges("usage").on(FEED), "varve_clerks");
        changes.owner(FEED, "varve_clerks");
    }

    @Snippet(value = "Change a server", after = "server")
    void changeServer(Changes changes) {
        changes.replace(FEED.type("exchange").version("2").option("port", "5433"));
        changes.comment(FEED, "As they come");
        changes.rename(FEED, "exchange_feed");
    }

    @Snippet(value = "Change a user mapping", after = "server")
    void changeMapping(Changes changes) {
        changes.replace(userMapping("public", FEED).option("user", "guest"));
    }

    @Snippet(value = "Rename a wrapper, which its servers follow", after = "server")
    void renameWrapper(Changes changes) {
        changes.rename(foreignDataWrapper("ticker"), "ticks");
    }

    @Snippet(value = "Create a foreign table", after = "server")
    void foreignTable(Changes changes) {
        changes.create(PRICES.column("code", integer().notNull())
                .column("city", text())
                .foreign(FEED.rows().option("table_name", "market_asks").columnOption("city", "column_name", "place")));
    }

    @Snippet(value = "Change what its server is told", after = "foreignTable")
    void changeTable(Changes changes) {
        changes.alter(PRICES)
                .foreign(FEED.rows().option("schema_name", "market").columnOption("code", "key", "true"));
    }

    @Snippet(value = "Change its columns", after = "foreignTable")
    void columns(Changes changes) {
        changes.alter(PRICES)
                .addColumn("note", text())
                .renameColumn("city", "town")
                .dropColumn("note");
    }

    @Snippet(value = "Say of its columns what is said of those of tables, but for keys", after = "server")
    void likeTables(Changes changes) {
        changes.create(PRICES.column("code", integer().notNull().defaultTo(0))
                .column("city", text().collate("C").statistics(50))
                .column("ask", integer())
                .column("twice", integer().generatedAs(sql("ask * 2")))
                .check("ask_is_positive", "ask > 0")
                .check("code_is_known", condition("code > 0").noInherit())
                .foreign(FEED.rows()));
        changes.alter(PRICES)
                .alterColumn("city", notNull(), defaultTo("Bern"), storage(EXTERNAL), statistics(100), nDistinct(40))
                .alterColumn("city", nullable(), noDefault(), type(varchar(20)), defaultNDistinct())
                .addCheck("city_is_known", condition("city <> ''").notValid())
                .validateConstraint("city_is_known")
                .renameConstraint("city_is_known", "known")
                .dropConstraint("known");
    }

    @Snippet(value = "Watch what is written into it", after = "foreignTable")
    void triggers(Changes changes) {
        changes.create(function("note")
                .inSchema("shop")
                .returns("trigger")
                .language("plpgsql")
                .body("begin return new; end"));
        changes.create(trigger("watch")
                .before(INSERT)
                .on(PRICES)
                .forEachRow()
                .disabled()
                .call(function("note").inSchema("shop")));
        changes.drop(trigger("watch").on(PRICES));
    }

    @Snippet(value = "Inherit from a table, and have heirs", after = "server")
    void inheritance(Changes changes) {
        PlainTable places = table("places").inSchema("shop");
        changes.create(places.column("city", text().notNull()).check("city_is_there", "city <> ''"));
        changes.create(PRICES.column("code", integer()).foreign(FEED.rows()).inherits(places));
        changes.alter(places).addColumn("area", integer()).renameColumn("city", "town");
        changes.create(table("asks").inSchema("shop").column("note", text()).inherits(PRICES));
        changes.alter(PRICES).noInherit(places);
    }

    @Snippet(value = "Comment, rename and move it", after = "foreignTable")
    void move(Changes changes) {
        changes.comment(PRICES, "What others ask");
        changes.createRole("varve_clerks");
        changes.grant(privileges("create").on(schema("shop")), "varve_clerks");
        changes.owner(PRICES, "varve_clerks");
        changes.move(PRICES, "archive");
        changes.rename(table("prices").inSchema("archive"), "old_prices");
    }

    @Snippet(value = "Drop all of it", after = "foreignTable")
    void drop(Changes changes) {
        changes.drop(PRICES, userMapping("public", FEED), FEED, foreignDataWrapper("ticker"));
    }
}

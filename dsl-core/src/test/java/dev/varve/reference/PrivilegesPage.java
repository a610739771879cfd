package dev.varve.reference;

import static dev.varve.dsl.Postgres.OWNER;
import static dev.varve.dsl.Postgres.allPrivileges;
import static dev.varve.dsl.Postgres.byDefault;
import static dev.varve.dsl.Postgres.collation;
import static dev.varve.dsl.Postgres.domain;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.eventTrigger;
import static dev.varve.dsl.Postgres.foreignDataWrapper;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.irreversible;
import static dev.varve.dsl.Postgres.operatorClassOf;
import static dev.varve.dsl.Postgres.operatorFamily;
import static dev.varve.dsl.Postgres.operatorOf;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.procedure;
import static dev.varve.dsl.Postgres.publication;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sequence;
import static dev.varve.dsl.Postgres.statisticsOf;
import static dev.varve.dsl.Postgres.subscription;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.textSearchConfiguration;
import static dev.varve.dsl.Postgres.textSearchDictionary;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.EnumSpec;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.SequenceSpec;
import dev.varve.model.EventTrigger;
import dev.varve.model.Grantable;

final class PrivilegesPage implements ReferencePage {

    private static final PlainTable ACCOUNTS = table("accounts").inSchema("shop");
    private static final SequenceSpec TICKETS = sequence("tickets").inSchema("shop");
    private static final EnumSpec SIDE = enumType("side").inSchema("shop").values("BUY", "SELL");
    private static final FunctionSpec ONE =
            function("one").inSchema("shop").returns(integer()).language("sql").body("select 1");

    @Override
    public String title() {
        return "Owners and privileges";
    }

    @Override
    public String introduction() {
        return """
                Roles belong to the server and are named only; they are created when asked to. An object of which nothing is said belongs to the
                role that runs the migrations and has the privileges that PostgreSQL grants on a new one. `"public"` is everybody. Dropping and
                making anew what has owners and privileges brings them back. `OWNER` is whoever
                owns the object, who has all privileges unless they are revoked from him. The schema `public` belongs to `pg_database_owner`, and
                everybody may use it.""";
    }

    @Override
    public void given(Changes changes) {
        changes.createRole("varve_clerks");
        changes.createRole("varve_readers");
        changes.execute(
                "do 'begin create role varve_chiefs superuser;"
                        + " exception when duplicate_object or unique_violation then null; end'",
                irreversible("roles belong to the server"));
        changes.create(schema("shop"), TICKETS, SIDE, ONE);
        changes.create(ACCOUNTS.column("id", integer().primaryKey()).column("holder", text()));
    }

    @Snippet("Create a role")
    void createRole(Changes changes) {
        changes.createRole("varve_clerks");
    }

    @Snippet("Grant privileges on a table")
    void grant(Changes changes) {
        changes.grant(privileges("select", "insert").on(ACCOUNTS), "varve_clerks", "varve_readers");
    }

    @Snippet("Grant all privileges, to be granted to others")
    void grantAll(Changes changes) {
        changes.grant(allPrivileges().on(ACCOUNTS).grantOption(), "varve_clerks");
    }

    @Snippet("Grant privileges on columns")
    void grantColumns(Changes changes) {
        changes.grant(privileges("update", "select").onColumns(ACCOUNTS, "holder"), "varve_clerks");
    }

    @Snippet("Grant privileges on the sequence of an identity or serial column")
    void grantOnSequence(Changes changes) {
        changes.create(
                table("tickets_sold").inSchema("shop").column("id", integer().identity()));
        changes.grant(
                privileges("usage")
                        .onSequencesOf(table("tickets_sold").inSchema("shop"), "id")
                        .grantOption(),
                "varve_clerks");
    }

    @Snippet("Grant privileges on a schema, a sequence, a type and a function")
    void grantOthers(Changes changes) {
        changes.grant(privileges("usage", "create").on(schema("shop")), "varve_clerks");
        changes.grant(privileges("usage").on(TICKETS), "varve_clerks");
        changes.grant(privileges("usage").on(SIDE), "varve_clerks");
        changes.grant(privileges("execute").on(ONE), "varve_clerks");
    }

    @Snippet("Revoke from everybody what PostgreSQL grants on a new object")
    void revokeInitial(Changes changes) {
        changes.revoke(privileges("execute").on(ONE), "public");
        changes.revoke(privileges("usage").on(SIDE), "public");
    }

    @Snippet("Let roles make things in the schema public, or not even use it")
    void ofPublic(Changes changes) {
        changes.grant(privileges("create").on(schema("public")), "varve_clerks");
        changes.revoke(privileges("usage").on(schema("public")), "public");
        changes.revoke(privileges("create").on(schema("public")), OWNER);
        changes.owner(schema("public"), "varve_readers");
        changes.comment(schema("public"), "What is left of former times");
    }

    @Snippet(value = "Leave the schema public as it was", after = "ofPublic")
    void publicAgain(Changes changes) {
        changes.noOwner(schema("public"));
        changes.grant(privileges("usage").on(schema("public")), "public");
        changes.grant(allPrivileges().on(schema("public")), OWNER);
    }

    @Snippet("Revoke privileges from whoever owns an object")
    void revokeFromOwner(Changes changes) {
        changes.revoke(privileges("delete", "truncate").on(ACCOUNTS), OWNER);
        changes.revoke(allPrivileges().on(ONE), OWNER);
    }

    @Snippet(value = "Give an object to a role that has more of them", after = "revokeFromOwner")
    void ownerWithLess(Changes changes) {
        changes.grant(privileges("delete", "select").on(ACCOUNTS), "varve_clerks");
        changes.owner(ACCOUNTS, "varve_clerks");
        changes.revoke(privileges("select").on(ACCOUNTS), "varve_clerks");
        changes.noOwner(ACCOUNTS);
    }

    @Snippet(value = "Revoke privileges", after = "grant")
    void revoke(Changes changes) {
        changes.revoke(privileges("insert").on(ACCOUNTS), "varve_clerks");
        changes.revoke(allPrivileges().on(ACCOUNTS), "varve_readers");
    }

    @Snippet(value = "Revoke only that they are granted to others", after = "grantAll")
    void revokeOption(Changes changes) {
        changes.revoke(privileges("delete").on(ACCOUNTS).grantOption(), "varve_clerks");
    }

    @Snippet("Give an object to another role")
    void owner(Changes changes) {
        changes.owner(ACCOUNTS, "varve_clerks");
        changes.owner(ONE, "varve_clerks");
        changes.owner(schema("shop"), "varve_clerks");
    }

    @Snippet("Give objects of other kinds to another role")
    void owners(Changes changes) {
        changes.create(collation("german").inSchema("shop").icu("de"));
        changes.owner(collation("german").inSchema("shop"), "varve_clerks");
        changes.create(domain("price", integer()).inSchema("shop"));
        changes.owner(domain("price", integer()).inSchema("shop"), "varve_clerks");
        changes.create(textSearchDictionary("words").inSchema("shop"));
        changes.owner(textSearchDictionary("words").inSchema("shop"), "varve_clerks");
        changes.create(textSearchConfiguration("search").inSchema("shop"));
        changes.owner(textSearchConfiguration("search").inSchema("shop"), "varve_clerks");
        changes.create(statisticsOf("both").inSchema("shop").on(ACCOUNTS, "id", "holder"));
        changes.owner(statisticsOf("both").inSchema("shop"), "varve_clerks");
        changes.create(publication("everything"));
        changes.owner(publication("everything"), "varve_clerks");
        changes.create(view("holders").inSchema("shop").as("select a.holder from shop.accounts a"));
        changes.owner(view("holders").inSchema("shop"), "varve_clerks");
        changes.owner(SIDE, "varve_clerks");
        changes.owner(TICKETS, "varve_clerks");
    }

    @Snippet("Give what extends the server to another role, which must be a superuser for some of it")
    void ownersOfServerThings(Changes changes) {
        changes.create(
                operatorOf("===", integer(), integer()).inSchema("shop").with("pg_catalog", "int4eq"),
                operatorFamily("numbers", "hash").inSchema("shop"),
                operatorClassOf("number", "hash", integer())
                        .inSchema("shop")
                        .family(operatorFamily("numbers", "hash").inSchema("shop"))
                        .operator(1, "=")
                        .support(1, "hashint4", integer()));
        changes.owner(operatorOf("===", integer(), integer()).inSchema("shop"), "varve_clerks");
        changes.owner(operatorFamily("numbers", "hash").inSchema("shop"), "varve_clerks");
        changes.owner(operatorClassOf("number", "hash", integer()).inSchema("shop"), "varve_clerks");
        changes.create(procedure("nothing").inSchema("shop").language("sql").body(""));
        changes.owner(procedure("nothing").inSchema("shop"), "varve_clerks");
        changes.create(
                function("watch").inSchema("shop").returns("event_trigger").body("begin end"));
        changes.create(eventTrigger("watching")
                .on(EventTrigger.Event.DDL_COMMAND_END)
                .call(function("watch").inSchema("shop")));
        changes.owner(eventTrigger("watching"), "varve_chiefs");
        changes.create(foreignDataWrapper("files"));
        changes.owner(foreignDataWrapper("files"), "varve_chiefs");
        changes.create(subscription("copies")
                .publications("everything")
                .connection("host=127.0.0.1 dbname=market connect_timeout=1"));
        changes.owner(subscription("copies"), "varve_chiefs");
    }

    @Snippet(value = "Give it back to the role that runs the migrations", after = "owner")
    void noOwner(Changes changes) {
        changes.noOwner(ACCOUNTS);
    }

    @Snippet(value = "Rename a table with owner and privileges", after = "grantColumns")
    void rename(Changes changes) {
        changes.owner(ACCOUNTS, "varve_readers");
        changes.rename(ACCOUNTS, "books");
    }

    @Snippet(value = "Drop a column, with the privileges on it", after = "grantColumns")
    void dropColumn(Changes changes) {
        changes.alter(ACCOUNTS).dropColumn("holder");
    }

    @Snippet(value = "Drop a table with owner and privileges", after = "grant")
    void drop(Changes changes) {
        changes.drop(ACCOUNTS);
    }

    @Snippet("They come back in the order in which they were granted")
    void dropInOrder(Changes changes) {
        changes.grant(privileges("select").on(ACCOUNTS), "varve_readers");
        changes.grant(privileges("insert", "select").on(ACCOUNTS), "varve_clerks");
        changes.grant(privileges("update").on(ACCOUNTS), "varve_readers");
        changes.grant(privileges("select").onColumns(ACCOUNTS, "holder"), "varve_readers", "public");
        changes.drop(ACCOUNTS);
    }

    @Snippet("Grant privileges on everything that is made from now on")
    void defaults(Changes changes) {
        changes.defaultPrivileges(byDefault(Grantable.TABLE, "select").inSchema("shop"), "varve_readers");
        changes.defaultPrivileges(byDefault(Grantable.SEQUENCE, "usage").grantOption(), "varve_clerks");
        changes.defaultPrivileges(byDefault(Grantable.ROUTINE), "public");
        changes.defaultPrivileges(byDefault(Grantable.TYPE, "usage").forRole("varve_clerks"), "varve_readers");
    }

    @Snippet("Of every kind")
    void defaultsOfEveryKind(Changes changes) {
        changes.defaultPrivileges(
                byDefault(Grantable.TABLE, "insert", "update", "delete", "truncate", "references", "trigger"),
                "varve_clerks");
        changes.defaultPrivileges(byDefault(Grantable.SCHEMA, "usage", "create"), "varve_clerks");
        changes.defaultPrivileges(byDefault(Grantable.TYPE), "public");
        changes.defaultPrivileges(byDefault(Grantable.ROUTINE, "execute"), "varve_clerks");
        changes.defaultPrivileges(byDefault(Grantable.SEQUENCE, "usage"), "varve_clerks");
    }

    @Snippet(value = "Make something on which privileges are granted by default", after = "defaults")
    void madeWithDefaults(Changes changes) {
        changes.create(view("names").inSchema("shop").as("select a.holder from shop.accounts a"));
        changes.create(sequence("numbers").inSchema("shop"));
        changes.create(function("two")
                .inSchema("shop")
                .returns(integer())
                .language("sql")
                .body("select 2"));
    }

    @Snippet(value = "Make partitions on which privileges are granted by default", after = "defaults")
    void partitionsWithDefaults(Changes changes) {
        PlainTable visits = table("visits").inSchema("shop");
        PartitionSpec early = partition("visits_early").inSchema("shop");
        changes.create(visits.column("day", date()).partitionBy(range("day")));
        changes.create(early.of(visits).from("2024-01-01").to("2025-01-01"));
        changes.revoke(privileges("select").on(early), "varve_readers");
        changes.grant(privileges("insert").on(early), "varve_readers");
        changes.alter(visits).detachPartition(early);
        changes.alter(visits).attachPartition(early.from("2024-01-01").to("2025-01-01"));
    }

    @Snippet(value = "Number rows where privileges on sequences are granted by default", after = "defaults")
    void numberedWithDefaults(Changes changes) {
        changes.create(table("visits")
                .inSchema("shop")
                .column("id", bigint().identity())
                .column("line", integer().serial()));
    }

    @Snippet(value = "Drop something on which privileges were granted by default", after = "madeWithDefaults")
    void dropWithDefaults(Changes changes) {
        changes.drop(view("names").inSchema("shop"));
    }

    @Snippet(value = "Grant nothing by default any more", after = "defaults")
    void noDefaults(Changes changes) {
        changes.defaultPrivileges(byDefault(Grantable.TABLE).inSchema("shop"), "varve_readers");
    }
}

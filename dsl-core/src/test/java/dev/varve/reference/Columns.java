package dev.varve.reference;

import static dev.varve.dsl.Postgres.EXTENDED;
import static dev.varve.dsl.Postgres.EXTERNAL;
import static dev.varve.dsl.Postgres.MAIN;
import static dev.varve.dsl.Postgres.PGLZ;
import static dev.varve.dsl.Postgres.PLAIN;
import static dev.varve.dsl.Postgres.compression;
import static dev.varve.dsl.Postgres.defaultCompression;
import static dev.varve.dsl.Postgres.defaultNDistinct;
import static dev.varve.dsl.Postgres.defaultNDistinctInherited;
import static dev.varve.dsl.Postgres.defaultStatistics;
import static dev.varve.dsl.Postgres.defaultTo;
import static dev.varve.dsl.Postgres.extension;
import static dev.varve.dsl.Postgres.from;
import static dev.varve.dsl.Postgres.generatedAs;
import static dev.varve.dsl.Postgres.identity;
import static dev.varve.dsl.Postgres.identityByDefault;
import static dev.varve.dsl.Postgres.joinSequence;
import static dev.varve.dsl.Postgres.nDistinct;
import static dev.varve.dsl.Postgres.nDistinctInherited;
import static dev.varve.dsl.Postgres.noDefault;
import static dev.varve.dsl.Postgres.noIdentity;
import static dev.varve.dsl.Postgres.noSerial;
import static dev.varve.dsl.Postgres.notGenerated;
import static dev.varve.dsl.Postgres.notNull;
import static dev.varve.dsl.Postgres.nullable;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.separateSequence;
import static dev.varve.dsl.Postgres.serial;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.statistics;
import static dev.varve.dsl.Postgres.storage;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.doublePrecision;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.typed;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;
import java.math.BigDecimal;

final class Columns implements ReferencePage {

    private static final PlainTable ITEMS = table("items").inSchema("shop");

    @Override
    public String title() {
        return "Columns";
    }

    @Override
    public String introduction() {
        return """
                A column has a type of `Types` and what is said of it after that. What differs from what PostgreSQL would choose for the type is
                part of the schema; the rest is not.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"));
        changes.create(ITEMS.column("id", bigint().notNull())
                .column("label", varchar(20))
                .column("net", numeric(18, 2).notNull())
                .column("gross", numeric(18, 2).generatedAs(sql("net * 1.08")))
                .column("note", text()));
    }

    @Snippet("Create a table with columns")
    void create(Changes changes) {
        changes.create(table("orders")
                .inSchema("shop")
                .column("id", bigint().identity().primaryKey())
                .column(
                        "number",
                        integer().identityByDefault(from(1000).by(10).caching(5).cycling()))
                .column("counter", integer().serial())
                .column("city", text().collate("C").notNull())
                .column("price", numeric(18, 8).notNull().defaultTo(BigDecimal.ZERO))
                .column("twice", numeric(18, 8).generatedAs(sql("price * 2")))
                .column("tags", arrayOf(text()))
                .column("body", jsonb().storage(EXTERNAL).compression(PGLZ).statistics(500))
                .column("made", timestamptz().defaultTo(sql("now()")).comment("When it was made")));
    }

    @Snippet(value = "Compute a column whenever it is read", since = 18)
    void virtual(Changes changes) {
        changes.create(table("orders")
                .inSchema("shop")
                .column("price", integer())
                .column("twice", integer().generatedVirtuallyAs(sql("price * 2"))));
    }

    @Snippet("Add a column")
    void add(Changes changes) {
        changes.alter(ITEMS).addColumn("venue", varchar(10).notNull().defaultTo("XNAS"));
    }

    @Snippet("Change the type")
    void type_(Changes changes) {
        changes.alter(ITEMS).alterColumn("label", type(text()));
    }

    @Snippet("Change the type by an expression")
    void typeUsing(Changes changes) {
        changes.alter(ITEMS).alterColumn("note", type(integer()).using("length(note)"));
    }

    @Snippet("Order the texts by another collation")
    void collation(Changes changes) {
        changes.alter(ITEMS).alterColumn("label", type(varchar(20).collate("C")));
    }

    @Snippet(value = "Change the type under a view, which is made again", after = "viewed")
    void cascade(Changes changes) {
        changes.alter(ITEMS).alterColumn("label", type(text())).cascadeRecreate();
    }

    @Snippet("Make a view of it")
    void viewed(Changes changes) {
        changes.create(view("labels").inSchema("shop").as("select i.label from shop.items i"));
    }

    @Snippet("Refuse null, and set a default")
    void notNullAndDefault(Changes changes) {
        changes.alter(ITEMS).alterColumn("label", notNull(), defaultTo("none"));
    }

    @Snippet(value = "Take null, and drop the default", after = "notNullAndDefault")
    void nullableWithoutDefault(Changes changes) {
        changes.alter(ITEMS).alterColumn("label", nullable(), noDefault());
    }

    @Snippet("Number the rows")
    void identify(Changes changes) {
        changes.alter(ITEMS).alterColumn("id", identity(from(100)));
    }

    @Snippet(value = "Number them otherwise", after = "identify")
    void identifyOtherwise(Changes changes) {
        changes.alter(ITEMS).alterColumn("id", identityByDefault(from(100).by(5)));
    }

    @Snippet(value = "Number them no more", after = "identify")
    void noMore(Changes changes) {
        changes.alter(ITEMS).alterColumn("id", noIdentity());
    }

    @Snippet("Number the rows by a sequence that goes with the column; it goes on after the numbers that are there")
    void becomeSerial(Changes changes) {
        changes.alter(ITEMS).alterColumn("id", serial());
    }

    @Snippet(
            value = "Make that sequence an object of its own, which counts further than the column",
            after = "becomeSerial",
            renamable = false)
    void separate(Changes changes) {
        changes.alter(ITEMS).alterColumn("id", separateSequence(), type(integer()));
    }

    @Snippet(value = "Let the column be serial again, by the same sequence", after = "separate", renamable = false)
    void join(Changes changes) {
        changes.alter(ITEMS).alterColumn("id", joinSequence(from(1).caching(5)));
    }

    @Snippet(value = "End that", after = "becomeSerial")
    void notSerial(Changes changes) {
        changes.alter(ITEMS).alterColumn("id", noSerial());
    }

    @Snippet(value = "Compute it by another expression", since = 17)
    void expression(Changes changes) {
        changes.alter(ITEMS).alterColumn("gross", generatedAs(sql("net * 1.1")));
    }

    @Snippet("Compute it no more")
    void plain(Changes changes) {
        changes.alter(ITEMS).alterColumn("gross", notGenerated());
    }

    @Snippet("Say how it is stored, and what is gathered of it")
    void properties(Changes changes) {
        changes.alter(ITEMS).alterColumn("note", storage(MAIN), compression(PGLZ), statistics(100), nDistinct(-0.5));
        changes.alter(ITEMS).alterColumn("label", storage(EXTERNAL));
        changes.alter(ITEMS).alterColumn("label", storage(PLAIN));
        changes.alter(ITEMS).alterColumn("net", storage(EXTENDED));
    }

    @Snippet(value = "Leave that to PostgreSQL", after = "properties")
    void defaults(Changes changes) {
        changes.alter(ITEMS).alterColumn("note", defaultCompression(), defaultStatistics(), defaultNDistinct());
    }

    @Snippet("Say what is gathered of it and of what inherits from it")
    void inherited(Changes changes) {
        changes.alter(ITEMS)
                .alterColumn("note", nDistinctInherited(50))
                .alterColumn("note", nDistinct(40))
                .alterColumn("note", nDistinctInherited(60))
                .alterColumn("note", defaultNDistinct());
        changes.alter(ITEMS).alterColumn("note", defaultNDistinctInherited());
    }

    @Snippet("Number rows by a sequence with a name and a beginning of its own")
    void numbered(Changes changes) {
        changes.create(table("receipts")
                .inSchema("shop")
                .column("id", bigint().identity(from(100)).sequence("receipt_numbers"))
                .column("line", integer().serial(from(10).by(10)).sequence("receipt_lines"))
                .column("copy", integer().serial().nullable()));
    }

    @Snippet(
            value = "Have a type of an extension",
            needs = "citext",
            renamable = false) // the type is called by the extension
    void ofExtension(Changes changes) {
        changes.create(extension("citext").inSchema("shop"));
        changes.create(table("people")
                .inSchema("shop")
                .column("mail", typed("shop.citext", String.class).notNull().defaultTo("nobody"))
                .column("others", arrayOf(typed("shop.citext", String.class)))
                .index("mail"));
    }

    @Snippet("Hold money in binary fractions, knowingly")
    void inexact(Changes changes) {
        changes.create(table("estimates")
                .inSchema("shop")
                .column("price", doublePrecision().inexact()));
    }

    @Snippet("Rename")
    void rename(Changes changes) {
        changes.alter(ITEMS).renameColumn("net", "amount");
    }

    @Snippet("Comment")
    void comment(Changes changes) {
        changes.alter(ITEMS).commentOnColumn("label", "What customers see");
    }

    @Snippet("Drop")
    void drop(Changes changes) {
        changes.alter(ITEMS).dropColumn("note");
    }
}

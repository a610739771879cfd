package dev.varve.reference;

import static dev.varve.dsl.Postgres.EXTERNAL;
import static dev.varve.dsl.Postgres.condition;
import static dev.varve.dsl.Postgres.defaultTo;
import static dev.varve.dsl.Postgres.notNull;
import static dev.varve.dsl.Postgres.nullable;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.statistics;
import static dev.varve.dsl.Postgres.storage;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;

final class InheritancePage implements ReferencePage {

    private static final PlainTable PLACES = table("places").inSchema("shop");
    private static final PlainTable CITIES = table("cities").inSchema("shop");
    private static final PlainTable PORTS = table("ports").inSchema("shop");

    @Override
    public String title() {
        return "Inheritance";
    }

    @Override
    public String introduction() {
        return """
                A table that inherits from others has their columns, checks and not-null constraints, and whatever is changed in these is
                changed in it. Keys, indexes, triggers and identities are not inherited. What a table has from its parents alone goes when
                they lose it; what it was also given itself stays.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
        changes.create(PLACES.column("id", integer().notNull())
                .column("name", varchar(20).defaultTo("x"))
                .column("note", text())
                .check("name_is_there", "name <> ''")
                .check("not_for_heirs", condition("note <> 'x'").noInherit()));
        changes.create(CITIES.column("people", integer())
                .column("note", text().notNull())
                .check("people_are_there", "people > 0")
                .inherits(PLACES));
    }

    @Snippet("Create a table that inherits")
    void create(Changes changes) {
        changes.create(PORTS.column("depth", integer()).index("name").inherits(PLACES));
    }

    @Snippet("Inherit from several tables, and give a column both have another default")
    void several(Changes changes) {
        PlainTable harbours = table("harbours").inSchema("shop");
        changes.create(harbours.column("depth", integer().notNull())
                .column("name", varchar(20).defaultTo("y")));
        changes.create(PORTS.column("name", varchar(20).defaultTo("z")).inherits(PLACES, harbours));
        changes.alter(harbours).dropColumn("depth");
    }

    @Snippet("Inherit how a column is computed, and have it by itself, too")
    void computed(Changes changes) {
        PlainTable walls = table("walls").inSchema("shop");
        changes.create(
                walls.column("height", integer()).column("twice", integer().generatedAs(sql("height * 2"))));
        changes.create(table("dams")
                .inSchema("shop")
                .column("height", integer())
                .column("twice", integer().generatedAs(sql("height * 2")))
                .inherits(walls));
    }

    @Snippet("Change a column, and with it those of the heirs")
    void columns(Changes changes) {
        changes.alter(PLACES)
                .addColumn("area", bigint().defaultTo(1L))
                .renameColumn("note", "remark")
                .alterColumn("id", type(bigint()))
                .dropColumn("remark")
                .dropColumn("area");
    }

    @Snippet("Change defaults and the like, and with them those of the heirs, which may differ again")
    void defaults(Changes changes) {
        changes.alter(CITIES).alterColumn("name", defaultTo("town"));
        changes.alter(PLACES)
                .alterColumn("name", defaultTo("spot"), notNull(), storage(EXTERNAL))
                .alterColumn("id", nullable());
        changes.alter(CITIES).alterColumn("name", defaultTo("town"));
        changes.drop(CITIES);
    }

    @Snippet("Say something else of a column that is inherited")
    void differ(Changes changes) {
        changes.alter(CITIES).alterColumn("name", defaultTo("town"), notNull(), storage(EXTERNAL));
        changes.alter(CITIES).alterColumn("id", statistics(100));
    }

    @Snippet("Comment on what is inherited")
    void comments(Changes changes) {
        changes.alter(CITIES).commentOnColumn("id", "That of the place");
        changes.alter(CITIES).commentOnConstraint("name_is_there", "As for every place");
    }

    @Snippet("Change constraints, and with them those of the heirs")
    void constraints(Changes changes) {
        changes.alter(PLACES)
                .addCheck("id_is_positive", "id > 0")
                .notValid()
                .validateConstraint("id_is_positive")
                .renameConstraint("id_is_positive", "positive")
                .dropConstraint("name_is_there");
    }

    @Snippet(value = "Name a not-null constraint that is inherited", since = 18)
    void namedNotNull(Changes changes) {
        changes.alter(PLACES).addNotNull("name_is_known", "name");
    }

    @Snippet("Let a table that is there inherit")
    void inherit(Changes changes) {
        changes.create(PORTS.column("note", text())
                .column("name", varchar(20))
                .column("id", integer().notNull())
                .check("name_is_there", "name <> ''"));
        changes.alter(PORTS).inherit(PLACES);
    }

    @Snippet(value = "Let it inherit no more", after = "inherit")
    void noInherit(Changes changes) {
        changes.alter(PORTS).noInherit(PLACES);
    }

    @Snippet("Have by itself, too, what was inherited")
    void own(Changes changes) {
        changes.alter(CITIES).noInherit(PLACES).inherit(PLACES);
    }

    @Snippet("Keep what was inherited")
    void keep(Changes changes) {
        changes.alter(CITIES).noInherit(PLACES);
    }

    @Snippet("Inherit from a table that inherits")
    void further(Changes changes) {
        changes.create(PORTS.inherits(CITIES));
        changes.alter(PLACES).addColumn("area", integer()).renameColumn("id", "code");
    }

    @Snippet("Rename and move")
    void rename(Changes changes) {
        changes.rename(PLACES, "spots");
        changes.move(table("spots").inSchema("shop"), "archive");
        changes.rename(CITIES, "towns");
    }

    @Snippet("Drop")
    void drop(Changes changes) {
        changes.drop(CITIES);
    }
}

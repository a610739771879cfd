package dev.varve.jooq.odd;

import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.policy;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.reversedBy;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.using;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.SpecialTypes.int4range;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PlainTable;
import dev.varve.revision.Revision;

/** What only a server could tell, and what jOOQ has no words for. */
@Revision(id = "0001", database = "odd")
public final class CreateOddities implements Migration {

    private static final PlainTable ROOMS = table("rooms").inSchema("public");

    @Override
    public void define(Changes changes) {
        changes.create(ROOMS.column("id", integer().primaryKey())
                .column("note", text())
                .column("taken", int4range())
                .exclude(using("gist").with("taken", "&&").named("rooms_taken"))
                .index(on(key(sql("lower(note)"))).named("rooms_by_note")));
        changes.execute("create table hidden (id integer)", reversedBy("drop table hidden"));
        changes.alter(ROOMS).addIndex(on("note").unique().named("rooms_note"));
        changes.create(table("guests")
                .inSchema("public")
                .column("note", text().references(reference(ROOMS, "note").named("to_index"))));
        changes.create(policy("mine", ROOMS).using("note is not null"));
        changes.create(view("numbers").inSchema("public").as("select id, upper(taken) as most from public.rooms"));
        changes.create(view("deep").inSchema("public").as("""
                select (select id from public.rooms union select 1) as only, x.a, note collate "C" from public.rooms,
                    (select 1 as a union all select 2.5) x"""));
        changes.create(view("dark").inSchema("public").as("select id from public.rooms tablesample system (5)"));
    }
}

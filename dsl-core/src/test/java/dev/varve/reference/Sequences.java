package dev.varve.reference;

import static dev.varve.dsl.Postgres.from;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sequence;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.smallint;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;
import dev.varve.model.SequenceOptions;

final class Sequences implements ReferencePage {

    @Override
    public String title() {
        return "Sequences";
    }

    @Override
    public String introduction() {
        return "A sequence that is an object: one that stands on its own, or that belongs to a column and has privileges, a comment or a"
                + " type of its own. The one behind an identity or serial column is part of the column.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a sequence")
    void create(Changes changes) {
        changes.create(sequence("tickets").inSchema("shop"));
    }

    @Snippet("Say how it counts")
    void counting(Changes changes) {
        changes.create(sequence("batches")
                .inSchema("shop")
                .counting(options -> options.incrementedBy(10)
                        .between(1000, 9999)
                        .caching(20)
                        .cycling()));
    }

    @Snippet(value = "Let it count differently", after = "create")
    void alter(Changes changes) {
        changes.alter(sequence("tickets").inSchema("shop")).counting(SequenceOptions.PLAIN.incrementedBy(2));
    }

    @Snippet("Count in small numbers, from a number on")
    void typed(Changes changes) {
        changes.create(sequence("lots")
                .inSchema("shop")
                .as(smallint())
                .counting(from(100).by(5)));
    }

    @Snippet(value = "Let it belong to a column", renamable = false)
    void owned(Changes changes) {
        PlainTable tills = table("tills").inSchema("shop");
        changes.create(sequence("till_numbers").inSchema("shop"));
        changes.create(
                tills.column("id", integer().notNull().defaultTo(sql("nextval('shop.till_numbers'::regclass)"))));
        changes.alter(sequence("till_numbers").inSchema("shop")).ownedBy(tills, "id");
        changes.comment(sequence("till_numbers").inSchema("shop"), "On the receipts");
    }

    @Snippet(value = "Let it belong to a column that takes no numbers from it", renamable = false)
    void ownedOnly(Changes changes) {
        PlainTable tills = table("tills").inSchema("shop");
        changes.create(tills.column("id", integer().notNull()));
        changes.create(sequence("till_numbers").inSchema("shop").as(integer()).ownedBy(tills, "id"));
    }

    @Snippet(value = "Move the table, and its sequence with it", after = "owned", renamable = false)
    void moveOwned(Changes changes) {
        changes.move(table("tills").inSchema("shop"), "archive");
    }

    @Snippet(value = "Let it belong to no column", after = "owned", renamable = false)
    void free(Changes changes) {
        changes.alter(sequence("till_numbers").inSchema("shop")).ownedByNone();
    }

    @Snippet(value = "Drop the table, and its sequence with it", after = "owned", renamable = false)
    void dropOwned(Changes changes) {
        changes.drop(table("tills").inSchema("shop"));
    }

    @Snippet(value = "Put another definition in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(sequence("tickets").inSchema("shop").as(integer()).counting(from(7).caching(3)));
    }

    @Snippet("Log its position no more")
    void unlogged(Changes changes) {
        changes.create(sequence("visits").inSchema("shop").unlogged());
        changes.alter(sequence("visits").inSchema("shop")).logged().unlogged();
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(sequence("tickets").inSchema("shop"), "numbers");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(sequence("tickets").inSchema("shop"), "archive");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(sequence("tickets").inSchema("shop"));
    }
}

package dev.varve.reference;

import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.noIdentity;
import static dev.varve.dsl.Postgres.noSerial;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sequence;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.model.Trigger;

final class Comments implements ReferencePage {

    private static final PlainTable ITEMS = table("items").inSchema("shop");
    private static final PlainTable TICKETS = table("tickets_sold").inSchema("shop");
    private static final FunctionSpec KEEP =
            function("keep").inSchema("shop").returns("trigger").body("begin return new; end");

    @Override
    public String title() {
        return "Comments";
    }

    @Override
    public String introduction() {
        return """
                Everything that has a name can have a comment, which goes and comes back with it. Comments on columns and constraints are said
                where these are changed.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), sequence("tickets").inSchema("shop"), KEEP);
        changes.create(ITEMS.column("id", integer())
                .column("net", integer())
                .index(on("net").named("by_net")));
        changes.create(view("nets").inSchema("shop").as("select i.net from shop.items i"));
        changes.create(materializedView("sums").inSchema("shop").as("select sum(i.net) as total from shop.items i"));
        changes.create(trigger("kept")
                .before(Trigger.Event.INSERT)
                .on(ITEMS)
                .forEachRow()
                .call(KEEP));
    }

    @Snippet("Comment on things")
    void comment(Changes changes) {
        changes.comment(schema("shop"), "What is sold");
        changes.comment(ITEMS, "One row each");
        changes.comment(sequence("tickets").inSchema("shop"), "Numbers");
        changes.comment(view("nets").inSchema("shop"), "Without taxes");
        changes.comment(materializedView("sums").inSchema("shop"), "All of it");
        changes.comment(KEEP, "Keeps the row");
        changes.alter(ITEMS).commentOnColumn("net", "Without taxes");
    }

    @Snippet(value = "Say something else", after = "comment")
    void another(Changes changes) {
        changes.comment(ITEMS, "A row for each");
    }

    @Snippet(value = "Say nothing any more", after = "comment")
    void none(Changes changes) {
        changes.noComment(sequence("tickets").inSchema("shop"));
        changes.alter(ITEMS).noCommentOnColumn("net");
    }

    @Snippet("Comment on a column of a view, and say nothing any more")
    void viewColumn(Changes changes) {
        changes.commentOnColumn(view("nets").inSchema("shop"), "net", "Without taxes");
        changes.noCommentOnColumn(view("nets").inSchema("shop"), "net");
    }

    @Snippet("Comment on the sequences of columns")
    void sequences(Changes changes) {
        changes.create(TICKETS.column("id", bigint().identity())
                .column("number", integer().serial()));
        changes.alter(TICKETS)
                .commentOnSequenceOf("id", "Never given twice")
                .commentOnSequenceOf("number", "Printed on the ticket");
    }

    @Snippet(value = "Say something else of one and nothing of the other", after = "sequences")
    void otherSequences(Changes changes) {
        changes.alter(TICKETS).commentOnSequenceOf("id", "Given once").noCommentOnSequenceOf("number");
    }

    @Snippet(value = "A sequence goes with what is said of it", after = "sequences")
    void withoutSequences(Changes changes) {
        changes.alter(TICKETS)
                .renameColumn("number", "printed")
                .alterColumn("id", noIdentity())
                .alterColumn("printed", noSerial());
    }

    @Snippet("Say nothing of the schema that every database has")
    void ofPublic(Changes changes) {
        changes.comment(schema("public"), "");
    }

    @Snippet(value = "Drop a table with what was said of it", after = "comment")
    void drop(Changes changes) {
        changes.drop(materializedView("sums").inSchema("shop"));
        changes.drop(view("nets").inSchema("shop"));
        changes.drop(ITEMS);
    }
}

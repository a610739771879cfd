package dev.varve.reference;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.SET_DEFAULT;
import static dev.varve.dsl.Postgres.SET_NULL;
import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.condition;
import static dev.varve.dsl.Postgres.deferrable;
import static dev.varve.dsl.Postgres.deferred;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.enforced;
import static dev.varve.dsl.Postgres.inherit;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.noInherit;
import static dev.varve.dsl.Postgres.notDeferrable;
import static dev.varve.dsl.Postgres.notEnforced;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.using;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;
import java.util.List;

final class Constraints implements ReferencePage {

    private static final PlainTable ROOMS = table("rooms").inSchema("shop");
    private static final PlainTable STAYS = table("stays").inSchema("shop");

    @Override
    public String title() {
        return "Constraints";
    }

    @Override
    public String introduction() {
        return """
                A constraint that nobody names gets a name by the naming convention. Keys, references and exclusions are described by small
                values, `key("a", "b").include("c")`, which read the same in a new table and in one that is there.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"));
        changes.create(
                ROOMS.column("house", integer()).column("room", integer()).primaryKey("house", "room"));
        changes.create(STAYS.column("id", integer().notNull())
                .column("house", integer())
                .column("room", integer().defaultTo(1))
                .column("during", typed("int4range", String.class).notNull())
                .column("area", typed("box", String.class))
                .column("guest", text()));
    }

    @Snippet("Create a table with constraints")
    void create(Changes changes) {
        changes.create(table("bookings")
                .inSchema("shop")
                .column("id", integer().primaryKey())
                .column("house", integer())
                .column("room", integer())
                .column("code", text().unique().check("code <> ''"))
                .column("parent", integer().references(table("bookings").inSchema("shop"), "id"))
                .unique(key("house", "room")
                        .include("code")
                        .nullsNotDistinct()
                        .deferrable()
                        .named("one_booking"))
                .check("numbers", condition("house > 0").noInherit())
                .exclude(using("btree")
                        .with("room", "=")
                        .with("house", "=")
                        .where("room > 100")
                        .include("code"))
                .foreignKey(
                        List.of("house", "room"),
                        reference(ROOMS, "house", "room")
                                .matchFull()
                                .onDelete(CASCADE)
                                .onUpdate(RESTRICT)
                                .deferred()));
    }

    @Snippet("Add keys")
    void keys(Changes changes) {
        changes.alter(STAYS).addPrimaryKey(key("id").include("guest"));
        changes.alter(STAYS).addUnique(key("house", "room", "during").deferred().named("one_guest"));
        changes.alter(STAYS).addUnique(key("guest").nullsNotDistinct());
        changes.alter(STAYS)
                .addExclusion(using("btree")
                        .with(desc("room").withNullsLast(), "=")
                        .with("house", "=")
                        .named("one_room"));
    }

    @Snippet("Refer with all columns or none")
    void matchFull(Changes changes) {
        changes.alter(STAYS)
                .addForeignKey(
                        List.of("house", "room"),
                        reference(ROOMS, "house", "room").matchFull());
    }

    @Snippet(value = "Add keys of which no two periods overlap, and references over a period", since = 18)
    void temporal(Changes changes) {
        changes.create(table("seasons")
                .inSchema("shop")
                .column("name", typed("int4range", String.class))
                .column("valid", typed("int4range", String.class))
                .primaryKey(key("name", "valid").withoutOverlaps()));
        changes.create(table("prices")
                .inSchema("shop")
                .column("name", typed("int4range", String.class))
                .column("valid", typed("int4range", String.class))
                .foreignKey(
                        List.of("name", "valid"),
                        reference(table("seasons").inSchema("shop"), "name", "valid")
                                .overPeriod()));
    }

    @Snippet("Take an index for a key")
    void usingIndex(Changes changes) {
        changes.alter(STAYS).addIndex(on("id").unique().named("stays_id"));
        changes.alter(STAYS).addUniqueUsingIndex("stays_id", "stays_id");
    }

    @Snippet("Add a reference")
    void reference_(Changes changes) {
        changes.alter(STAYS)
                .addForeignKey("house", "room")
                .references(ROOMS, "house", "room")
                .onDelete(SET_NULL, "room")
                .onUpdate(SET_DEFAULT)
                .deferrable()
                .named("where_it_is");
    }

    @Snippet(value = "Check a reference at another time", after = "reference_")
    void alter(Changes changes) {
        changes.alter(STAYS)
                .alterConstraint("where_it_is", deferred())
                .alterConstraint("where_it_is", notDeferrable())
                .alterConstraint("where_it_is", deferrable());
    }

    @Snippet(value = "Enforce a reference no more, and again", after = "reference_", since = 18)
    void enforcement(Changes changes) {
        changes.alter(STAYS).alterConstraint("where_it_is", notEnforced()).alterConstraint("where_it_is", enforced());
    }

    @Snippet("Add constraints for new rows only, and look at the old ones later")
    void notValid(Changes changes) {
        changes.alter(STAYS).addCheck("named_guest", "guest <> ''").notValid().validateConstraint("named_guest");
    }

    @Snippet(value = "Add a check that is written down only", since = 18)
    void writtenDown(Changes changes) {
        changes.alter(STAYS).addCheck("named_guest", "guest <> ''").notEnforced();
    }

    @Snippet("Exclude rows that conflict")
    void exclude(Changes changes) {
        changes.alter(STAYS)
                .addExclusion(using("gist")
                        .with("during", "&&")
                        .with(asc("area"), "&&")
                        .where("house > 0")
                        .deferrable()
                        .named("no_overlap"));
    }

    @Snippet(value = "Name a not-null constraint", since = 18)
    void notNull(Changes changes) {
        changes.alter(STAYS).addNotNull("guest_is_known", "guest").notValid().validateConstraint("guest_is_known");
    }

    @Snippet(value = "Let heirs have a not-null constraint or not", since = 18, after = "notNull")
    void inheritance(Changes changes) {
        changes.alter(STAYS)
                .alterConstraint("guest_is_known", noInherit())
                .alterConstraint("guest_is_known", inherit());
    }

    @Snippet(value = "Create a table with a named not-null constraint", since = 18)
    void createNotNull(Changes changes) {
        changes.create(table("guests").inSchema("shop").column("name", text()).notNull("name_is_known", "name"));
    }

    @Snippet(value = "Rename", after = "reference_")
    void rename(Changes changes) {
        changes.alter(STAYS).renameConstraint("where_it_is", "fk_rooms");
    }

    @Snippet(value = "Comment", after = "reference_")
    void comment(Changes changes) {
        changes.alter(STAYS).commentOnConstraint("where_it_is", "Only rooms that exist");
    }

    @Snippet("Comment on the index of a key or an exclusion, which is kept apart from the comment on the constraint")
    void indexComments(Changes changes) {
        changes.alter(STAYS)
                .addUnique(key("house", "guest").named("one_house"))
                .addExclusion(using("btree").with("room", "=").named("one_room"))
                .commentOnConstraint("one_house", "A guest has one room of a house")
                .commentOnIndexOf("one_house", "Finds the guests of a house")
                .commentOnIndexOf("one_room", "Finds by room");
    }

    @Snippet(value = "Rename a constraint whose index has a comment", after = "indexComments")
    void renameCommented(Changes changes) {
        changes.alter(STAYS).renameConstraint("one_house", "once_a_house").noCommentOnIndexOf("one_room");
        changes.rename(STAYS, "visits");
    }

    @Snippet(value = "Drop constraints whose indexes have comments", after = "indexComments")
    void dropCommented(Changes changes) {
        changes.alter(STAYS).dropConstraint("one_house").dropColumn("room");
    }

    @Snippet(value = "Drop", after = "reference_")
    void drop(Changes changes) {
        changes.alter(STAYS).dropConstraint("where_it_is");
    }
}

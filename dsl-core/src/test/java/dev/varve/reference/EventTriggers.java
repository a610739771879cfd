package dev.varve.reference;

import static dev.varve.dsl.Postgres.eventTrigger;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.schema;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.model.EventTrigger.Event;

final class EventTriggers implements ReferencePage {

    private static final FunctionSpec NOTE = function("note").inSchema("shop");

    @Override
    public String title() {
        return "Event triggers";
    }

    @Override
    public String introduction() {
        return "An event trigger calls a function when the schema changes or somebody logs in. Only a superuser makes one.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), NOTE.returns("event_trigger").body("begin end"));
    }

    @Snippet("Create an event trigger")
    void create(Changes changes) {
        changes.create(eventTrigger("watch")
                .on(Event.DDL_COMMAND_END)
                .tags("DROP TABLE", "CREATE TABLE", "ALTER TABLE")
                .call(NOTE));
    }

    @Snippet("Run for whatever is dropped")
    void dropping(Changes changes) {
        changes.create(eventTrigger("dropped").on(Event.SQL_DROP).call(NOTE));
    }

    @Snippet(value = "Run when somebody logs in", since = 17)
    void login(Changes changes) {
        changes.create(eventTrigger("entered").on(Event.LOGIN).disabled().call(NOTE));
    }

    @Snippet("Say in which sessions it runs")
    void firing(Changes changes) {
        changes.create(
                eventTrigger("replaying")
                        .on(Event.TABLE_REWRITE)
                        .enabledOnReplica()
                        .call(NOTE),
                eventTrigger("everywhere")
                        .on(Event.DDL_COMMAND_START)
                        .enabledAlways()
                        .call(NOTE));
    }

    @Snippet(value = "Disable, and enable again", after = "create")
    void disable(Changes changes) {
        changes.alter(eventTrigger("watch"))
                .disable()
                .enableReplica()
                .enableAlways()
                .enable();
    }

    @Snippet(value = "Put another definition in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(eventTrigger("watch").on(Event.SQL_DROP).call(NOTE));
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(eventTrigger("watch"), "guard");
    }

    @Snippet(value = "Rename the function that it calls", after = "create")
    void renameFunction(Changes changes) {
        changes.rename(NOTE, "remark");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(eventTrigger("watch"), "Watches the schema");
    }

    @Snippet(value = "Drop", after = "dropping")
    void drop(Changes changes) {
        changes.drop(eventTrigger("dropped"));
    }
}

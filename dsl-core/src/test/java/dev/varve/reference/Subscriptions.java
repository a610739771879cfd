package dev.varve.reference;

import static dev.varve.dsl.Postgres.subscription;

import dev.varve.dsl.Changes;

final class Subscriptions implements ReferencePage {

    @Override
    public String title() {
        return "Subscriptions";
    }

    @Override
    public String introduction() {
        return """
                What this database takes from publications of another server. A subscription is created without a connection, so that a
                migration runs whether the other server is there or not. Its slot is made, and its tables are refreshed, outside of
                migrations: `select pg_create_logical_replication_slot(...)` there, `alter subscription ... refresh publication` here. A
                password in the connection is refused, because plans are printed and stored.""";
    }

    @Snippet(value = "Create a subscription", renamable = false)
    void create(Changes changes) {
        changes.create(subscription("feed")
                .connection("host=127.0.0.1 dbname=market connect_timeout=1")
                .publications("reference_data", "market")
                .option("binary", "true"));
    }

    @Snippet(value = "Change where it connects and what it takes", after = "create", renamable = false)
    void connection(Changes changes) {
        changes.alter(subscription("feed"))
                .connection("host=127.0.0.1 dbname=prices")
                .publications("market");
    }

    @Snippet(value = "Change its options", after = "create", renamable = false)
    void options(Changes changes) {
        changes.alter(subscription("feed")).option("binary", "false").option("disable_on_error", "true");
    }

    @Snippet(value = "Give it a slot", after = "create", renamable = false)
    void slot(Changes changes) {
        changes.alter(subscription("feed")).slot("feed_slot");
    }

    @Snippet(value = "Take changes, and stop to", after = "slot", renamable = false)
    void enable(Changes changes) {
        changes.alter(subscription("feed")).enable().disable();
    }

    @Snippet(value = "Choose whose changes are taken", since = 17, renamable = false)
    void origin(Changes changes) {
        changes.create(subscription("feed")
                .connection("host=127.0.0.1 dbname=market connect_timeout=1")
                .publications("market")
                .option("origin", "none")
                .option("run_as_owner", "true")
                .option("password_required", "false")
                .option("failover", "true"));
    }

    @Snippet(value = "Rename", after = "create", renamable = false)
    void rename(Changes changes) {
        changes.rename(subscription("feed"), "prices");
    }

    @Snippet(value = "Comment", after = "create", renamable = false)
    void comment(Changes changes) {
        changes.comment(subscription("feed"), "From the exchange");
    }

    @Snippet(value = "Drop", after = "slot", renamable = false)
    void drop(Changes changes) {
        changes.drop(subscription("feed"));
    }
}

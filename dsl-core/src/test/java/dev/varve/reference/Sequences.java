package dev.varve.reference;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sequence;

import dev.varve.dsl.Changes;
import dev.varve.model.SequenceOptions;

final class Sequences implements ReferencePage {

    @Override
    public String title() {
        return "Sequences";
    }

    @Override
    public String introduction() {
        return "A sequence that stands on its own. The one behind an identity column is part of the column.";
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

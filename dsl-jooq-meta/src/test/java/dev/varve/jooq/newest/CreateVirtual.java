package dev.varve.jooq.newest;

import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

/** What PostgreSQL has from version 18 on. */
@Revision(id = "0001", database = "newest")
public final class CreateVirtual implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(table("numbers")
                .inSchema("public")
                .column("id", integer())
                .column("double", integer().generatedVirtuallyAs(sql("id * 2")))
                .index("id"));
    }
}

package dev.varve.execute;

import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.model.RefusedException;
import dev.varve.revision.Revision;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MissingCollationTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "postgres")
    static final class CreateNotes implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(table("notes").column("note", text().collate("C")));
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = CreateNotes.class)
    static final class SortAsOnTheMoon implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(table("notes")).addColumn("moon", text().collate("moon_MOON"));
        }
    }

    @Test
    void a_collation_that_the_server_lacks_is_refused_before_anything_runs() {
        Migrator migrator = Migrator.builder()
                .database("postgres", DATABASE.dataSource())
                .migrations(List.of(CreateNotes.class, SortAsOnTheMoon.class))
                .build();

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(
                        "It is not possible to add column moon to public.notes: the server has no collation"
                                + " \"moon_MOON\" for the encoding of this database.")
                .hasMessageContaining("\"select collname from pg_collation\" lists them");

        assertThat(migrator.compare("postgres").live().size()).isZero();
    }
}

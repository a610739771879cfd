package dev.varve.plan;

import static dev.varve.dsl.Postgres.byDefault;
import static dev.varve.dsl.Postgres.reversedBy;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.Model;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.RenamedFrom;
import dev.varve.dsl.SchemaModel;
import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Grantable;
import dev.varve.model.Privileges;
import dev.varve.model.Table;
import dev.varve.operation.CreateRole;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionGraph;
import dev.varve.sql.QualifiedName;
import java.util.List;
import org.jooq.Record;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;

class BadModelsTest {

    @Model(database = "twice")
    static final class One implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.create(table("orders").column("id", integer()));
        }
    }

    @Model(database = "twice")
    static final class Other implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.create(table("orders").column("number", integer()));
        }
    }

    @Model(database = "contradiction")
    static final class Contradiction implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.create(table("orders").column("id", integer()).primaryKey("number"));
        }
    }

    @Model(database = "name")
    static final class Named implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.create(table("o".repeat(64)).column("id", integer()));
        }
    }

    @Model(database = "type")
    static final class Typed implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.create(table("orders").column("place", typed("geometry(point,4326)", String.class)));
        }
    }

    @Model(database = "statement")
    static final class Running implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.execute("create table orders ()", reversedBy("drop table orders"));
        }
    }

    @Model(database = "roles")
    static final class Roles implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.createRole("clerks");
            changes.createRole("clerks");
            changes.createRole("readers");
        }
    }

    private static Database state(List<Class<? extends SchemaModel>> models) {
        String database = models.get(0).getAnnotation(Model.class).database();
        return new Models(models, NamingConvention.STANDARD).state(database);
    }

    @Test
    void two_models_for_one_table_are_both_named() {
        assertThatThrownBy(() -> state(List.of(One.class, Other.class)))
                .hasMessage("The table public.orders is declared twice, by " + One.class.getName() + " and by "
                        + Other.class.getName() + ". Keep one of them.");
    }

    @Test
    void a_model_that_contradicts_itself_is_named_with_what_is_missing() {
        assertThatThrownBy(() -> state(List.of(Contradiction.class)))
                .hasMessageContaining("number")
                .hasMessageContaining(Contradiction.class.getName());
    }

    @Test
    void a_name_that_postgresql_would_cut_is_refused() {
        assertThatThrownBy(() -> state(List.of(Named.class)))
                .hasMessageContaining("has 64 bytes; PostgreSQL keeps only the first 63. Choose a shorter one.");
    }

    @Test
    void a_type_that_the_library_does_not_know_is_kept_by_its_name() {
        assertThat(state(List.of(Typed.class))
                        .get(Table.id(QualifiedName.of("public", "orders")))
                        .column("place")
                        .type())
                .hasToString("geometry(point, 4326)");
    }

    @Test
    void models_run_no_statements() {
        assertThatThrownBy(() -> state(List.of(Running.class)))
                .hasMessage(
                        "Model " + Running.class.getName() + " runs a statement: create table orders (). A model says"
                                + " what is there, and nothing is known of what a statement does. Write it in a revision.");
    }

    @Test
    void roles_of_models_are_made_by_a_revision_once() {
        Models models = new Models(List.of(Roles.class), NamingConvention.STANDARD);
        RevisionGraph graph = RevisionGraph.of(List.of(MakeReaders.class), List.of("roles"));
        History history = new History(graph, NamingConvention.STANDARD);

        assertThat(models.rolesBeside(history.revisions("roles"), "roles")).containsExactly(new CreateRole("clerks"));
    }

    @RenamedFrom("trading")
    @Model(database = "renamed")
    static final class RenamedSchema implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.create(schema("shop"));
        }
    }

    abstract static class Numbered extends PlainModel {

        private static final long serialVersionUID = 1L;

        @RenamedFrom("no")
        final transient TableField<Record, Long> id = column("id", bigint());

        Numbered(String name) {
            super(name);
        }
    }

    @Model(database = "heirs")
    static final class Heir extends Numbered {

        private static final long serialVersionUID = 1L;

        private Heir() {
            super("heirs");
        }
    }

    @Model(database = "fields")
    static final class Fields extends PlainModel {

        private static final long serialVersionUID = 1L;

        @RenamedFrom("x")
        final String id = "id";

        private Fields() {
            super("fields");
        }
    }

    private static List<String> renames(Class<? extends SchemaModel> model) {
        return new Models(List.of(model), NamingConvention.STANDARD)
                .renames(model.getAnnotation(Model.class).database());
    }

    @Test
    void columns_of_a_model_above_can_be_renamed() {
        assertThat(renames(Heir.class)).containsExactly("public.heirs.no=id");
    }

    @Test
    void what_is_no_table_and_no_column_says_nothing_of_its_name() {
        assertThatThrownBy(() -> renames(RenamedSchema.class))
                .hasMessage("Model " + RenamedSchema.class.getName() + " is @RenamedFrom, but only tables and their"
                        + " columns can say so. Answer with --rename what is called otherwise in it.");
        assertThatThrownBy(() -> renames(Fields.class))
                .hasMessageContaining("The field id is @RenamedFrom, but no column.");
    }

    @Model(database = "defaults")
    static final class Defaults implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            changes.defaultPrivileges(byDefault(Grantable.TABLE, "select"), "readers");
            changes.create(
                    table("heirs").inherits(table("orders")).column("note", integer()),
                    table("orders").column("id", integer()));
        }
    }

    /** An heir waits for the table above it, which is of no matter for what is granted on it. */
    @Test
    void what_models_grant_by_default_is_granted_on_nothing_that_they_make() {
        assertThat(state(List.of(Defaults.class)).objects(Privileges.class)).isEmpty();
        assertThat(state(List.of(Defaults.class)).objects(DefaultPrivileges.class))
                .hasSize(1);
    }

    @Revision(id = "1", database = "roles")
    static final class MakeReaders implements Migration {

        @Override
        public void define(Changes changes) {
            changes.createRole("readers");
        }
    }
}

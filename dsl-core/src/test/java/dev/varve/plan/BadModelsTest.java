package dev.varve.plan;

import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.SchemaModel;
import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.util.List;
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
}

package dev.varve.plan;

import static dev.varve.cli.loud.LoudModel.LOUD;
import static dev.varve.cli.loud.Orders.ORDERS;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.cli.loud.CreateOrders;
import dev.varve.cli.loud.Orders;
import dev.varve.diff.Difference;
import dev.varve.dsl.Model;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.revision.HistoryException;
import dev.varve.revision.RevisionGraph;
import dev.varve.source.ModelTexts;
import dev.varve.sql.Sql;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Named;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By which names jOOQ knows what models do not name. */
class ModelNamingTest {

    @RegisterExtension
    static final FreshDatabase SHOP = FreshDatabase.on(TestServers::postgres);

    /** A model that knows of no convention. */
    @Model(database = "shop")
    static final class Notes extends PlainModel {

        private static final long serialVersionUID = 1L;

        private Notes() {
            super("notes");
            column("id", bigint().primaryKey());
            column("text", text());
        }

        @Override
        protected TableSpec<?> define(PlainTable table) {
            return table.index("text").check("short", "length(text) < 80");
        }
    }

    /** A model that leaves nothing to a convention. */
    @Model(database = "shop")
    static final class Tags extends PlainModel {

        private static final long serialVersionUID = 1L;

        private Tags() {
            super("tags");
            column("id", bigint());
        }

        @Override
        protected TableSpec<?> define(PlainTable table) {
            return table.primaryKey(key("id").named("tags_pkey"));
        }
    }

    private static Database modelled() {
        return new Models(List.of(Orders.class), LOUD).state("shop");
    }

    @Test
    void jooq_knows_them_by_the_convention_that_the_model_says() {
        assertThat(ORDERS.getPrimaryKey().getName()).isEqualTo("PK_ORDERS");
        assertThat(ORDERS.getUniqueKeys()).extracting(Named::getName).containsExactly("UQ_ORDERS_CODE");
        assertThat(ORDERS.getReferences()).extracting(Named::getName).containsExactly("FK_ORDERS_PARENT");
        assertThat(ORDERS.getIndexes()).extracting(Named::getName).containsExactly("IX_ORDERS_PRICE");
        assertThat(ORDERS.getChecks()).extracting(Named::getName).containsExactly("CK_ORDERS_PRICE");
        assertThat(modelled().objects().map(object -> object.id().toString()))
                .containsExactlyInAnyOrder("table public.orders", "index public.IX_ORDERS_PRICE");
    }

    @Test
    void a_constraint_is_named_in_queries_as_the_database_has_it() {
        List<Operation> operations =
                Difference.between(Database.empty(), modelled()).operations();
        Database state = Database.empty();
        for (Operation operation : operations) {
            operation.statements(state).forEach(statement -> execute(statement.sql()));
            state = operation.after(state);
        }
        DSLContext db = DSL.using(SHOP.dataSource(), SQLDialect.POSTGRES);
        for (int i = 0; i < 2; i++) {
            db.insertInto(ORDERS, ORDERS.id, ORDERS.code)
                    .values((long) i, "A")
                    .onConflictOnConstraint(ORDERS.getUniqueKeys().get(0))
                    .doNothing()
                    .execute();
        }

        assertThat(db.fetchCount(ORDERS)).isEqualTo(1);
        assertThatThrownBy(() -> db.update(ORDERS).set(ORDERS.parent, 7L).execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining('"' + ORDERS.getReferences().get(0).getName() + '"');
    }

    private static void execute(Sql sql) {
        SHOP.get().execute(sql.text());
    }

    @Test
    void a_model_that_would_call_something_otherwise_than_the_database_is_refused() {
        Models models = new Models(List.of(Notes.class), LOUD);

        assertThatThrownBy(() -> models.state("shop"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining(
                        "It calls \"ix_notes_text\", \"pk_notes\" what the naming convention of the migrator calls \"IX_NOTES_TEXT\","
                                + " \"PK_NOTES\", so that jOOQ would know it by a name that the database does not have. Override"
                                + " naming() in the model, or in a class above all models, to return that convention.");
    }

    @Test
    void a_model_that_says_the_convention_is_refused_where_the_migrator_has_another() {
        Models models = new Models(List.of(Orders.class), NamingConvention.STANDARD);

        assertThatThrownBy(() -> models.state("shop")).hasMessageContaining("\"PK_ORDERS\"");
    }

    @Test
    void a_model_that_names_everything_fits_every_convention() {
        assertThat(new Models(List.of(Tags.class), LOUD).state("shop").objects())
                .hasSize(1);
    }

    @Test
    void a_model_that_is_written_for_a_database_leaves_nothing_to_a_convention_of_which_it_knows_nothing() {
        Database state = new History(RevisionGraph.of(List.of(CreateOrders.class), Set.of("shop")), LOUD)
                .state("shop", any -> true);

        assertThat(ModelTexts.of("shop", state, LOUD).get(0).inPackage("com.example"))
                .contains("key(\"id\").named(\"PK_ORDERS\")", "key(\"code\").named(\"UQ_ORDERS_CODE\")");
        assertThat(ModelTexts.of("shop", state, NamingConvention.STANDARD)
                        .get(0)
                        .inPackage("com.example"))
                .contains("key(\"id\").named(\"PK_ORDERS\")");
    }
}

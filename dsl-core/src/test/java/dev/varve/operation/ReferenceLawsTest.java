package dev.varve.operation;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.KeyColumns;
import dev.varve.model.Options;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Referenced;
import dev.varve.model.Schema;
import dev.varve.model.Storage;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables that reference themselves, keys over the same columns, and keys and columns that PostgreSQL refuses. */
@Tag("laws")
class ReferenceLawsTest {

    private static final PlainTable NODES = table("nodes").inSchema("shop");
    private static final QualifiedName NAME = QualifiedName.of("shop", "nodes");

    private static List<Operation> said(Consumer<Changes> words) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        words.accept(changes);
        return changes.operations();
    }

    private static List<Operation> nodes() {
        return said(changes -> changes.create(
                schema("shop"),
                NODES.column("id", bigint().identity().primaryKey())
                        .column("parent", bigint())
                        .column("price", numeric(10, 2))
                        .column("twice", integer().generatedAs(sql("id * 2")))));
    }

    private static OperationLaws laws(Consumer<Changes> words) {
        return OperationLaws.of(said(words).get(0)).given(nodes());
    }

    @Test
    void two_keys_over_the_same_columns_are_both_made() {
        OperationLaws.of(said(changes -> changes.create(table("twins")
                                .inSchema("shop")
                                .column("id", integer().primaryKey())
                                .column("code", text().unique())
                                .constraint(new UniqueConstraint("uq_id", List.of("id")))
                                .constraint(new UniqueConstraint("uq_code_again", List.of("code")))
                                .constraint(new UniqueConstraint("uq_code_dense", List.of("code"))
                                        .stored(Storage.usual()
                                                .with(Options.none().and("fillfactor", "90"))))))
                        .get(0))
                .given(nodes())
                .hold();
    }

    @Test
    void a_table_that_references_itself_follows_its_schema() {
        List<Operation> given = new ArrayList<>(nodes());
        given.addAll(said(changes -> changes.alter(NODES).addForeignKey("parent", reference(NODES, "id"))));

        OperationLaws.of(new RenameObject(Schema.id("shop"), "store"))
                .given(given)
                .hold();
    }

    @Test
    void a_key_that_the_table_itself_references_is_made_again_with_the_reference() {
        Database one = state(key("pk_nodes", KeyColumns.of(List.of("id"))));
        Database other =
                state(key("other_key", new KeyColumns(List.of("id"), List.of("parent"), false, Storage.usual())));

        Difference difference = Difference.between(one, other);

        assertThat(difference.obstacles()).isEmpty();
        assertThat(difference.operations())
                .extracting(Operation::description)
                .containsExactly(
                        "drop constraint fk_parent of shop.nodes",
                        "drop constraint pk_nodes of shop.nodes",
                        "add constraint other_key to shop.nodes",
                        "add constraint fk_parent to shop.nodes");
    }

    private static List<Operation> key(String name, KeyColumns columns) {
        return said(changes -> changes.create(
                schema("shop"),
                NODES.column("id", integer().notNull())
                        .column("parent", integer())
                        .constraint(new PrimaryKeyConstraint(name, columns, Deferral.NOT_DEFERRABLE))
                        .constraint(new ForeignKeyConstraint(
                                "fk_parent", List.of("parent"), Referenced.of(Table.id(NAME), List.of("id"))))));
    }

    private static Database state(List<Operation> operations) {
        return Operation.afterAll(operations, Database.empty());
    }

    @Test
    void what_postgresql_does_not_compare_cannot_reference() {
        laws(changes -> changes.alter(NODES).addForeignKey("price", reference(NODES, "id")))
                .areRefusedWith("Constraint \"fk_nodes_price\" of table shop.nodes is of column \"price\", which is"
                        + " numeric(10, 2), and references \"id\", which is bigint; PostgreSQL does not compare these. Give"
                        + " both the same type.");
    }

    @Test
    void a_table_does_not_reference_a_part_of_itself() {
        PartitionSpec some = partition("some_nodes").inSchema("shop");
        OperationLaws.of(said(changes -> changes.alter(NODES).addForeignKey("id", reference(some, "id")))
                        .get(0))
                .given(said(changes -> {
                    changes.create(
                            schema("shop"),
                            NODES.column("id", bigint().primaryKey()).partitionBy(range("id")));
                    changes.create(some.of(NODES).from(1).to(100));
                }))
                .areRefusedWith("Constraint \"fk_nodes_id\" of table shop.nodes references a part of its own table;"
                        + " PostgreSQL refuses that. Reference the table.");
    }

    @Test
    void a_computed_column_cannot_be_changed_by_a_reference() {
        OperationLaws.of(new AddConstraint(
                        Table.id(NAME),
                        new ForeignKeyConstraint(
                                        "fk_twice", List.of("twice"), Referenced.of(Table.id(NAME), List.of("id")))
                                .onUpdate(CASCADE)))
                .given(nodes())
                .areRefusedWith(
                        "Constraint \"fk_twice\" of table shop.nodes would have to change column \"twice\", which"
                                + " is computed. Leave out its action.");
    }

    @Test
    void an_identity_is_a_whole_number() {
        OperationLaws.of(new AlterColumnType(Table.id(NAME), "parent", TypeName.of("numeric"), Optional.empty()))
                .given(said(changes -> changes.create(
                        schema("shop"),
                        NODES.column("parent", bigint().identity()).column("other", integer()))))
                .areRefusedWith("Column \"parent\" of table shop.nodes cannot be an identity: numeric is no smallint,"
                        + " integer or bigint.");
    }

    @Test
    void a_computed_column_is_not_computed_from_another_one() {
        laws(changes -> changes.alter(NODES).addColumn("more", integer().generatedAs(sql("twice * 2"))))
                .areRefusedWith(
                        "Column \"more\" of table shop.nodes cannot be computed from \"twice\", which is computed"
                                + " itself; PostgreSQL refuses that. Write the expression of \"twice\" in its place.");
    }

    @Test
    void nothing_is_renamed_to_what_it_is_called() {
        OperationLaws.of(new RenameObject(Table.id(NAME), "nodes"))
                .given(nodes())
                .areRefusedWith(
                        "The table shop.nodes is called \"nodes\" already; PostgreSQL refuses that. Leave the rename out.");
    }
}

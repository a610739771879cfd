package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.ORDERS_BY_TIME;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.TOUCH_ORDERS;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.materializedView;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Column;
import dev.varve.model.Comment;
import dev.varve.model.Constraint;
import dev.varve.model.Conversion;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.EnumType;
import dev.varve.model.Extension;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.MaterializedView;
import dev.varve.model.Publication;
import dev.varve.model.PublishedTable;
import dev.varve.model.Referenced;
import dev.varve.model.ReferentialAction;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CreateObjectTest {

    private static final EnumType ODD = new EnumType(name("Odd Type"), List.of("x y", "it's", "ü", ""));

    private static OperationLaws laws(SchemaObject object) {
        return OperationLaws.of(new CreateObject(object));
    }

    @Test
    void a_table_is_one_statement() {
        assertThat(new CreateObject(table(
                                        "quotes",
                                        identity("id", "bigint", true),
                                        column("bid", "numeric(18, 8)").notNull(true))
                                .plus(primaryKey("pk_quotes", "id"))
                                .plus(check("ck_quotes_bid", "bid > 0")))
                        .statements(Database.empty()))
                .hasToString("""
                        [create table trading.quotes (
                            id bigint generated always as identity,
                            bid numeric(18, 8) not null,
                            constraint pk_quotes primary key (id),
                            constraint ck_quotes_bid check (bid > 0)
                        )]""");
    }

    @Test
    void a_table_that_is_dropped_again_loses_its_rows() {
        assertThat(new CreateObject(INSTRUMENTS).reversal(Database.empty()).lost())
                .containsExactly("the rows of trading.instruments");
    }

    @Test
    void a_table_of_most_kinds_of_columns_and_constraints() {
        laws(ORDERS).given(SCHEMA, SIDE, INSTRUMENTS).hold();
    }

    @Test
    void a_table_without_columns() {
        laws(table("nothing")).given(SCHEMA).hold();
    }

    @Test
    void a_table_in_the_public_schema() {
        laws(Table.of(QualifiedName.of("public", "order"), List.of(column("user", "text"))))
                .hold();
    }

    @Test
    void names_of_all_kinds() {
        List<String> names = List.of(
                "Order Id",
                "quo\"ted",
                "select",
                "user",
                "naïve_größe",
                "価格",
                "a.b",
                "x'y",
                "{}",
                "tab\there",
                "$1",
                "1st",
                "a234567890123456789012345678901234567890123456789012345678901é",
                "UPPER",
                "percent%s",
                "back\\slash",
                "?",
                "-- x");
        Table table = table(
                "Hostile \"table\" name",
                names.stream().map(n -> column(n, "text")).toArray(Column[]::new));
        table = table.plus(unique("quo\"ted key", "quo\"ted", "select"))
                .plus(check("{} check", "\"Order Id\" <> '' and \"a.b\" <> 'user'"));
        laws(table).given(SCHEMA).hold();
    }

    @Test
    void foreign_keys_of_all_kinds() {
        Table legs = table(
                        "legs",
                        column("a", "bigint").notNull(true),
                        column("b", "bigint").notNull(true),
                        column("parent", "bigint"))
                .plus(primaryKey("pk_legs", "a", "b"))
                .plus(unique("uq_legs", "parent"))
                .plus(foreignKey("fk_self", "parent", table("legs"), "parent"));
        Constraint composite = new ForeignKeyConstraint(
                        "fk composite", List.of("y", "x"), Referenced.of(legs.id(), List.of("a", "b")))
                .onDelete(ReferentialAction.CASCADE)
                .onUpdate(ReferentialAction.SET_NULL)
                .deferring(Deferral.INITIALLY_DEFERRED);
        Table orders = table("fills", column("x", "bigint"), column("y", "bigint"), defaulted("z", "bigint", "0"))
                .plus(composite)
                .plus(foreignKey("fk_restrict", "z", INSTRUMENTS, "id")
                        .onDelete(ReferentialAction.RESTRICT)
                        .onUpdate(ReferentialAction.CASCADE)
                        .deferring(Deferral.INITIALLY_IMMEDIATE))
                .plus(foreignKey("fk_default", "z", INSTRUMENTS, "id")
                        .onDelete(ReferentialAction.SET_DEFAULT)
                        .onUpdate(ReferentialAction.RESTRICT));
        laws(orders).given(SCHEMA, INSTRUMENTS, legs).hold();
    }

    @Test
    void sequences_of_all_kinds() {
        Sequence small = new Sequence(
                name("small"),
                TypeName.of("smallint"),
                SequenceOptions.PLAIN.startingAt(5).cycling());
        Sequence down = new Sequence(
                name("down"), TypeName.of("bigint"), new SequenceOptions(-1, -1, Long.MIN_VALUE, -1, 1, false));
        Sequence bounded = new Sequence(
                name("bounded"), TypeName.of("bigint"), SequenceOptions.PLAIN.between(1, Integer.MAX_VALUE));
        Sequence integer = new Sequence(
                name("as_int"), TypeName.of("integer"), SequenceOptions.PLAIN.between(-10, Integer.MAX_VALUE));
        laws(down).given(SCHEMA, sequence("tickets"), small, bounded, integer).hold();
        laws(integer).given(SCHEMA).hold();
    }

    @Test
    void an_enum_a_schema_and_an_extension() {
        laws(ODD).given(SCHEMA).hold();
        laws(new EnumType(name("none"), List.of())).given(SCHEMA).hold();
        laws(new Schema("Odd \"schema\"")).hold();
        laws(new Extension("pgcrypto", Optional.of("trading")))
                .given(SCHEMA)
                .needing("pgcrypto")
                .hold();
        laws(new Extension("pg_trgm", Optional.empty())).needing("pg_trgm").hold();
        laws(new Extension("uuid-ossp", Optional.of("public")))
                .needing("uuid-ossp")
                .hold();
    }

    @Test
    void comments_on_everything() {
        View open = view("open_orders", "select id, price from trading.orders");
        MaterializedView exposure =
                materializedView("exposure", "select side, sum(price) as total from trading.orders group by side");
        List<SchemaObject> all = List.of(
                SCHEMA,
                SIDE,
                INSTRUMENTS,
                ORDERS,
                ORDERS_BY_TIME,
                TOUCH,
                TOUCH_ORDERS,
                open,
                exposure,
                sequence("tickets"),
                function("f", "integer", "select 1", argument("a", "varchar(3)"), argument("b", "trading.side[]")));
        List<Comment> comments = all.stream()
                .map(object -> comment(object, "it's \"about\" {} $$ \\ ü\n" + object.id()))
                .toList();
        List<Comment> onColumns = List.of(comment(ORDERS, "price", "the price"), comment(open, "price", "the price"));
        laws(comment(exposure, "total", "the total"))
                .given(all.toArray(SchemaObject[]::new))
                .given(comments.toArray(SchemaObject[]::new))
                .given(onColumns.toArray(SchemaObject[]::new))
                .hold();
        laws(comments.get(comments.size() - 1))
                .given(all.toArray(SchemaObject[]::new))
                .hold();
    }

    @Test
    void a_comment_on_an_extension_is_refused() {
        Extension citext = new Extension("citext", Optional.empty());
        laws(comment(citext, "case does not matter"))
                .given(citext)
                .needing("citext")
                .areRefusedBeforehandWith(
                        "The comment on extension citext is the extension's own and no part of the schema.");
    }

    @Test
    void a_name_that_a_relation_has_is_refused() {
        laws(view("orders", "select 1 as x"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("The name of view trading.orders is taken by table trading.orders.");
        laws(sequence("pk_orders"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("The name of sequence trading.pk_orders is taken by table trading.orders.");
        laws(new EnumType(name("orders"), List.of()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("The name of enum type trading.orders is taken by table trading.orders.");
        laws(table("side"))
                .given(SCHEMA, SIDE)
                .areRefusedWith("The name of table trading.side is taken by enum type trading.side.");
        laws(ORDERS_BY_TIME)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, ORDERS_BY_TIME)
                .areRefusedWith("The index trading.ix_orders_time already exists.");
    }

    @Test
    void several_publications_that_say_of_which_rows() {
        Table bids = table("bids", column("id", "integer").notNull(true), column("city", "text"))
                .plus(primaryKey("pk_bids", "id"));
        Expression somewhere = new Expression("city <> ''");
        PublishedTable some = new PublishedTable(bids.id(), Set.of(), Optional.of(somewhere));
        Publication inserts = Publication.of("inserts").publishing(Set.of(Publication.Operation.INSERT));
        laws(inserts.plus(some))
                .given(
                        SCHEMA,
                        bids,
                        Publication.of("everything")
                                .publishing(Set.of(Publication.Operation.INSERT))
                                .plus(some))
                .hold();
    }

    @Test
    void a_schema_that_is_not_there_is_refused() {
        laws(INSTRUMENTS).areRefusedWith("There is no schema trading.");
    }

    @Test
    void a_foreign_key_to_columns_that_are_no_key_is_refused() {
        laws(table("fills", column("x", "text")).plus(foreignKey("fk", "x", ORDERS, "note")))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith(
                        "Foreign key \"fk\" of table trading.fills references [note] of table trading.orders, which is neither its"
                                + " primary key nor unique there. Reference a key, or make these columns unique first.");
    }

    @Test
    void a_second_default_conversion_of_a_schema_is_refused() {
        QualifiedName function = QualifiedName.of("pg_catalog", "utf8_to_iso8859_1");
        Conversion one = new Conversion(name("western"), "UTF8", "LATIN1", function, true);
        OperationLaws.of(new CreateObject(one.named(name("european"))))
                .given(SCHEMA, one)
                .areRefusedWith(
                        "The conversion trading.european cannot be the default from UTF8 to LATIN1 in schema"
                                + " \"trading\", which is the conversion trading.western. Leave out asDefault() of one of them.");
    }
}

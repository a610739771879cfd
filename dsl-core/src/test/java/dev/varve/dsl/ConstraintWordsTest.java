package dev.varve.dsl;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.SET_NULL;
import static dev.varve.dsl.Postgres.condition;
import static dev.varve.dsl.Postgres.deferred;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.noInherit;
import static dev.varve.dsl.Postgres.notEnforced;
import static dev.varve.dsl.Postgres.operator;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.using;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConstraintWordsTest {

    private static final PlainTable ROOMS =
            table("rooms").column("house", bigint()).column("room", bigint()).unique(key("house", "room"));

    private static final PlainTable BOOKINGS = table("bookings")
            .column("house", bigint())
            .column("room", bigint())
            .column("during", text())
            .column("note", text());

    /** The SQL of what is said of tables that are there, in a state that is not looked at. */
    private static String sqlOf(Consumer<Changes> said) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        said.accept(changes);
        return statements(changes.operations());
    }

    private static String statements(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.statements(Database.empty()).stream())
                .map(statement -> statement.sql().text() + ";\n")
                .collect(Collectors.joining());
    }

    @Test
    void a_new_table_says_everything_of_its_constraints() {
        assertThat(sqlOf(changes -> changes.create(BOOKINGS.primaryKey(
                                key("room", "during").withoutOverlaps())
                        .unique(key("note").include("room").nullsNotDistinct().deferrable())
                        .unique(key("house").named("one_per_house").deferred())
                        .exclude(using("gist")
                                .with("room", "=")
                                .with("during", "&&")
                                .where("note is null"))
                        .exclude(using("btree")
                                .with(key(sql("lower(note)")), "=")
                                .with(key(sql("house")), operator("trading", "="))
                                .include("room")
                                .where(field(name("room"), Long.class).gt(0L))
                                .deferred()
                                .named("apart"))
                        .check("ck_note", condition("note <> ''").noInherit())
                        .check(
                                "ck_room",
                                condition(field(name("room"), Long.class).gt(0L))
                                        .notEnforced())
                        .notNull("nn_note", "note")
                        .foreignKey(
                                List.of("house", "room"),
                                reference(ROOMS, "house", "room")
                                        .onDelete(SET_NULL, "room")
                                        .onUpdate(CASCADE)
                                        .matchFull()
                                        .deferrable()
                                        .named("fk_place")))))
                .isEqualTo("""
                        create table public.bookings (
                            house bigint,
                            room bigint not null,
                            during text not null,
                            note text,
                            constraint pk_bookings primary key (room, during without overlaps),
                            constraint uq_bookings_note unique nulls not distinct (note) include (room) deferrable,
                            constraint one_per_house unique (house) deferrable initially deferred,
                            constraint ex_bookings_room_during exclude using gist (room with =, during with &&) where (note is null),
                            constraint apart exclude using btree ((lower(note)) with =, house with operator(trading.=)) include (room) where (room > 0) deferrable initially deferred,
                            constraint ck_note check (note <> '') no inherit,
                            constraint ck_room check (room > 0) not enforced,
                            constraint nn_note not null note,
                            constraint fk_place foreign key (house, room) references public.rooms (house, room) match full on delete set null (room) on update cascade deferrable
                        );
                        """);
    }

    @Test
    void what_leaves_rows_out_is_added_to_a_new_table_afterwards() {
        assertThat(sqlOf(changes -> changes.create(
                        BOOKINGS.check("ck_note", condition("note <> ''").notValid())
                                .foreignKey("room", reference(ROOMS, "room").notValid()))))
                .endsWith("""
                            note text
                        );
                        alter table public.bookings add constraint ck_note check (note <> '') not valid;
                        alter table public.bookings add constraint fk_bookings_room foreign key (room) references public.rooms (room) not valid;
                        """);
    }

    @Test
    void an_alteration_says_more_of_the_constraint_added_just_before() {
        assertThat(sqlOf(changes -> changes.alter(table("bookings"))
                        .addForeignKey("house", "room")
                        .references(ROOMS, "house", "room")
                        .onDelete(SET_NULL, "room")
                        .matchFull()
                        .deferrable()
                        .notValid()
                        .addForeignKey("house", "room")
                        .references(ROOMS, "house", "room")
                        .overPeriod()
                        .notEnforced()
                        .named("fk_period")
                        .addCheck("ck_note", "note <> ''")
                        .noInherit()
                        .notValid()
                        .addCheck("ck_room", condition("room > 0").notEnforced())
                        .addUnique(key("note").nullsNotDistinct())
                        .deferred()
                        .addPrimaryKey(key("room").include("note"))
                        .addExclusion(using("gist").with("during", "&&"))
                        .addNotNull("nn_note", "note")
                        .notValid()))
                .isEqualTo("""
                        alter table public.bookings add constraint fk_bookings_house_room foreign key (house, room) references public.rooms (house, room) match full on delete set null (room) deferrable not valid;
                        alter table public.bookings add constraint fk_period foreign key (house, period room) references public.rooms (house, period room) not enforced;
                        alter table public.bookings add constraint ck_note check (note <> '') no inherit not valid;
                        alter table public.bookings add constraint ck_room check (room > 0) not enforced;
                        alter table public.bookings add constraint uq_bookings_note unique nulls not distinct (note) deferrable initially deferred;
                        alter table public.bookings add constraint pk_bookings primary key (room) include (note);
                        alter table public.bookings add constraint ex_bookings_during exclude using gist (during with &&);
                        alter table public.bookings add constraint nn_note not null note not valid;
                        """);
    }

    @Test
    void constraints_that_are_there_are_validated_altered_and_commented_on() {
        assertThat(sqlOf(changes -> changes.alter(table("bookings"))
                        .validateConstraint("ck_note")
                        .alterConstraint("fk_place", deferred())
                        .alterConstraint("fk_place", notEnforced())
                        .alterConstraint("nn_note", noInherit())
                        .commentOnConstraint("ck_note", "a note says something")))
                .isEqualTo("""
                        alter table public.bookings validate constraint ck_note;
                        alter table public.bookings alter constraint fk_place deferrable initially deferred;
                        alter table public.bookings alter constraint fk_place not enforced;
                        alter table public.bookings alter constraint nn_note no inherit;
                        comment on constraint ck_note on public.bookings is 'a note says something';
                        """);
    }

    @Test
    void a_key_takes_over_an_index() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.alter(table("bookings"))
                .addPrimaryKeyUsingIndex("pk_bookings", "ux_bookings")
                .addUniqueUsingIndex("uq_bookings", "ux_bookings_note")
                .deferred();

        assertThat(changes.operations())
                .extracting(Operation::description)
                .containsExactly(
                        "add constraint pk_bookings to public.bookings using index public.ux_bookings",
                        "add constraint uq_bookings to public.bookings using index public.ux_bookings_note");
        assertThat(changes.operations()).last().asString().contains("INITIALLY_DEFERRED");
    }

    @Test
    void what_makes_no_sense_is_refused_where_it_is_said() {
        assertThatThrownBy(() -> sqlOf(changes ->
                        changes.alter(table("bookings")).addUnique("note").notValid()))
                .hasMessage("Constraint \"uq_bookings_note\" is always enforced; a check, a foreign key or a not-null"
                        + " constraint can be not valid.");
        assertThatThrownBy(() -> sqlOf(changes ->
                        changes.alter(table("bookings")).addCheck("ck", "true").deferred()))
                .hasMessage("Constraint \"ck\" cannot be deferred; a key, a foreign key or an exclusion can.");
        assertThatThrownBy(() -> sqlOf(changes ->
                        changes.alter(table("bookings")).addUnique("note").noInherit()))
                .hasMessage(
                        "Constraint \"uq_bookings_note\" is never inherited; a check or a not-null constraint can be.");
        assertThatThrownBy(() -> sqlOf(changes ->
                        changes.alter(table("bookings")).dropColumn("note").notValid()))
                .hasMessageContaining("speak of the constraint added just before");
        assertThatThrownBy(() -> reference(ROOMS, "room").onDelete(CASCADE, "room"))
                .hasMessage(
                        "Only SET_NULL and SET_DEFAULT concern some columns [room]; CASCADE concerns the whole row.");
        assertThatThrownBy(() -> using("gist").with("room", "equals"))
                .hasMessage("\"equals\" is no operator of PostgreSQL, such as \"=\" or \"&&\".");
        assertThatThrownBy(() -> sqlOf(changes -> changes.create(BOOKINGS.exclude(using("gist")))))
                .hasMessage("An exclusion compares rows by something; say with(\"during\", \"&&\").");
        assertThatThrownBy(() -> sqlOf(changes ->
                        changes.create(BOOKINGS.primaryKey(key("room").nullsNotDistinct()))))
                .hasMessage("A primary key has no nulls that could be distinct or not.");
    }
}

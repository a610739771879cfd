package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.constraintComment;
import static dev.varve.testing.Trading.constraintIndexComment;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.excluded;
import static dev.varve.testing.Trading.exclusion;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.notNull;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.Excluded;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Extension;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.IndexKey;
import dev.varve.model.KeyColumns;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.Operator;
import dev.varve.model.Referenced;
import dev.varve.model.ReferentialAction;
import dev.varve.model.Rename;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of a constraint, and what befalls it: it is added, dropped, renamed, and what it names is renamed or dropped. Usually all forms are tried together
 * in one table, and each as the reference shows it; in the profile {@code nightly} each is tried alone, too.
 */
@Tag("laws")
class ConstraintLawsTest {

    /** What is referenced: plainly, and over a period. */
    private static final Table ROOMS = table("rooms", column("house", "int4range"), column("room", "int4range"))
            .plus(unique("uq_rooms", "house", "room"));

    private static final Table BOOKINGS = table(
            "bookings",
            column("zz_house", "int4range"),
            column("zz_room", "int4range"),
            defaulted("seats", "integer", "1"),
            column("area", "box"),
            column("note", "text"));

    private static Stream<Constraint> forms() {
        KeyColumns wide = KeyColumns.of(List.of("zz_room", "zz_house")).including(List.of("seats", "note"));
        ForeignKeyConstraint key = new ForeignKeyConstraint(
                "new", List.of("zz_house", "zz_room"), Referenced.of(ROOMS.id(), List.of("house", "room")));
        ExclusionConstraint exclusion = exclusion("new", excluded("area", "&&"), excluded("zz_room", "-|-"));
        return Stream.of(
                primaryKey("new", "zz_room").over(wide).deferring(Deferral.INITIALLY_DEFERRED),
                primaryKey("new", "zz_room").deferring(Deferral.INITIALLY_IMMEDIATE),
                unique("new", "zz_room").over(wide).withNullsNotDistinct(),
                unique("new", "zz_room").withNullsNotDistinct().deferring(Deferral.INITIALLY_DEFERRED),
                check("new", "isempty(zz_room)").inheriting(false),
                check("new", "isempty(zz_room) or seats > 1").enforcing(Enforcement.NOT_VALID),
                check("new", "zz_room is null").inheriting(false).enforcing(Enforcement.NOT_VALID),
                key.onDelete(ReferentialAction.SET_NULL, "zz_room").onUpdate(ReferentialAction.RESTRICT),
                key.onDelete(ReferentialAction.SET_DEFAULT, "zz_room", "zz_house"),
                key.referencing(key.referenced().matchingFully()).onDelete(ReferentialAction.CASCADE),
                key.referencing(key.referenced().matchingFully())
                        .onDelete(ReferentialAction.SET_NULL)
                        .deferring(Deferral.INITIALLY_DEFERRED)
                        .enforcing(Enforcement.NOT_VALID),
                key.enforcing(Enforcement.NOT_VALID),
                exclusion,
                exclusion.including(List.of("seats")).deferring(Deferral.INITIALLY_DEFERRED),
                exclusion.where(new Expression("seats > 1 and note <> 'x'")),
                new ExclusionConstraint(
                        "new",
                        "btree",
                        List.of(
                                new Excluded(IndexKey.column("zz_room").desc(), Operator.of("=")),
                                new Excluded(keyOf("lower(note)").using("text_pattern_ops"), Operator.of("=")))));
    }

    private static Stream<Constraint> formsOf18() {
        KeyColumns apart = KeyColumns.of(List.of("zz_house", "zz_room")).overlapping(true);
        ForeignKeyConstraint key = new ForeignKeyConstraint(
                "new", List.of("zz_house", "zz_room"), Referenced.of(ROOMS.id(), List.of("house", "room")));
        return Stream.of(
                primaryKey("new", "zz_room").over(apart),
                primaryKey("new", "zz_room").over(apart.including(List.of("seats"))),
                unique("new", "zz_room").over(apart).deferring(Deferral.INITIALLY_IMMEDIATE),
                check("new", "isempty(zz_room)").enforcing(Enforcement.NOT_ENFORCED),
                check("new", "isempty(zz_room)")
                        .enforcing(Enforcement.NOT_ENFORCED)
                        .inheriting(false),
                key.enforcing(Enforcement.NOT_ENFORCED),
                key.deferring(Deferral.INITIALLY_DEFERRED).enforcing(Enforcement.NOT_ENFORCED),
                notNull("new", "zz_room"),
                notNull("new", "zz_room").inheriting(false),
                notNull("new", "zz_room").enforcing(Enforcement.NOT_VALID),
                notNull("new", "zz_room").enforcing(Enforcement.NOT_VALID).inheriting(false));
    }

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).given(SCHEMA, ROOMS);
    }

    private static void befall(Constraint constraint, int since) {
        Table with = BOOKINGS.plus(constraint);
        laws(new AddConstraint(BOOKINGS.id(), constraint))
                .given(BOOKINGS)
                .since(since)
                .hold();
        Stream.of(new DropConstraint(with.id(), "new"), new RenameColumn(with.id(), "zz_room", "place"))
                .forEach(operation -> laws(operation)
                        .given(with)
                        .given(comments(with, "new"))
                        .since(since)
                        .hold());
    }

    /** A comment on a constraint, and another one on its index if it has one. */
    private static SchemaObject[] comments(Table with, String constraint) {
        Stream<SchemaObject> ofIndex = Stream.of(constraintIndexComment(with, constraint, "it's its index"));
        return Stream.concat(
                        Stream.of(constraintComment(with, constraint, "it's new")),
                        ofIndex.filter(comment -> with.constraint(constraint).hasIndex()))
                .toArray(SchemaObject[]::new);
    }

    /** A table with as many of these constraints as one can have. */
    private static Table together(Stream<Constraint> constraints) {
        Table table = BOOKINGS;
        for (Constraint constraint : constraints.toList()) {
            boolean another = constraint.notNull().isEmpty()
                    || table.constraints().values().stream()
                            .allMatch(c -> c.notNull().isEmpty());
            table = another
                    ? table.plus(constraint.named("new" + table.constraints().size()))
                    : table;
        }
        return table;
    }

    private static void befallTogether(Table with, int since) {
        SchemaObject[] comments = comments(with, "new2");
        laws(new CreateObject(with)).since(since).hold();
        Stream.of(
                        new DropObject(with.id()),
                        new RenameObject(with.id(), "stays"),
                        new RenameObject(SCHEMA.id(), "trade"),
                        new RenameConstraint(with.id(), "new2", "zz other"),
                        new RenameColumn(with.id(), "zz_room", "place"),
                        new DropColumn(with.id(), "zz_room"),
                        new SetConstraintComment(with.id(), "new3", Optional.of("another")))
                .forEach(operation ->
                        laws(operation).given(with).given(comments).since(since).hold());
    }

    @Test
    void the_forms_of_every_version_together() {
        befallTogether(together(forms()), 15);
    }

    @Test
    void the_forms_that_18_has_together() {
        befallTogether(together(formsOf18()), 18);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("forms")
    void a_form_of_every_version(Constraint constraint) {
        befall(constraint, 15);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("formsOf18")
    void a_form_that_18_has(Constraint constraint) {
        befall(constraint, 18);
    }

    @ParameterizedTest
    @MethodSource("formsOf18")
    void a_form_that_18_has_is_refused_before(Constraint constraint) {
        String feature = constraint.enforcement() == Enforcement.NOT_ENFORCED
                ? "not enforced"
                : constraint instanceof NotNullConstraint ? "a not-null constraint with a name" : "without overlaps";
        laws(new AddConstraint(BOOKINGS.id(), constraint))
                .given(BOOKINGS)
                .before(18)
                .areRefusedWith("Constraint \"new\" of table trading.bookings is " + feature
                        + ", which PostgreSQL has from version 18 on; the server has version 15."
                        + " Leave that out, or upgrade the server.");
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("forms")
    void its_column_goes_with_it_or_stays_because_of_it(Constraint constraint) {
        dropColumn(constraint, 15);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("formsOf18")
    void its_column_goes_with_it_in_18(Constraint constraint) {
        dropColumn(constraint, 18);
    }

    private static void dropColumn(Constraint constraint, int since) {
        Table with = BOOKINGS.plus(constraint);
        laws(new DropColumn(with.id(), "zz_room"))
                .given(with)
                .given(comments(with, "new"))
                .since(since)
                .hold();
    }

    @Test
    void a_column_in_an_expression_of_an_exclusion_stays() {
        Table with = BOOKINGS.plus(exclusion("new", excluded("area", "&&")).where(new Expression("seats > 1")));
        laws(new DropColumn(with.id(), "seats"))
                .given(with)
                .areRefusedWith("Column \"seats\" of table trading.bookings is used by constraint new."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_column_beside_a_key_that_is_referenced_stays() {
        Table target = table("target", column("a", "bigint"), column("b", "bigint"))
                .plus(primaryKey("pk_target", "a")
                        .over(KeyColumns.of(List.of("a")).including(List.of("b"))));
        Table source = table("source", column("a", "bigint")).plus(foreignKey("fk", "a", target, "a"));
        laws(new DropColumn(target.id(), "b"))
                .given(target, source)
                .areRefusedWith("Column \"b\" of table trading.target is used by table trading.source."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_foreign_key_over_a_period() {
        Table target = table("leases", column("house", "int4range"), column("during", "int4range"))
                .plus(primaryKey("pk_leases", "house")
                        .over(KeyColumns.of(List.of("house", "during")).overlapping(true)));
        ForeignKeyConstraint key = new ForeignKeyConstraint(
                "new",
                List.of("zz_house", "zz_room"),
                Referenced.of(target.id(), List.of("house", "during")).overPeriod());
        Table with = BOOKINGS.plus(key);
        laws(new AddConstraint(BOOKINGS.id(), key))
                .given(target, BOOKINGS)
                .since(18)
                .hold();
        laws(new CreateObject(with)).given(target).since(18).hold();
        laws(new DropConstraint(with.id(), "new")).given(target, with).since(18).hold();
        laws(new RenameColumn(target.id(), "during", "throughout"))
                .given(target, with)
                .since(18)
                .hold();
        laws(new AddConstraint(BOOKINGS.id(), key.onDelete(ReferentialAction.CASCADE)))
                .given(target, BOOKINGS)
                .since(18)
                .areRefusedWith("Constraint \"new\" of table trading.bookings is over a period and can have no action;"
                        + " PostgreSQL refuses that.");
        laws(new AddConstraint(BOOKINGS.id(), key.referencing(Referenced.of(target.id(), List.of("house", "during")))))
                .given(target, BOOKINGS)
                .since(18)
                .areRefusedWith("Foreign key \"new\" of table trading.bookings references [house, during] of table"
                        + " trading.leases, which is neither its primary key nor unique there. Reference a key, or make"
                        + " these columns unique first.");
    }

    @Test
    void an_operator_that_lives_in_a_schema() {
        Constraint overlap = new ExclusionConstraint(
                "new", "gist", List.of(new Excluded(IndexKey.column("zz_room"), new Operator("trading", "&&"))));
        Table cubes = table("cubes", column("zz_room", "trading.cube"));
        Extension cube = new Extension("cube", Optional.of("trading"));
        OperationLaws.of(new AddConstraint(cubes.id(), overlap))
                .given(SCHEMA, cube, cubes)
                .needing("cube")
                .hold();
        OperationLaws.of(new RenameColumn(cubes.id(), "zz_room", "place"))
                .given(SCHEMA, cube, cubes.plus(overlap))
                .needing("cube")
                .hold();
    }

    @Test
    void it_requires_what_its_expressions_and_operators_name() {
        Database database = Database.empty().plus(SCHEMA).plus(function("even", "boolean", "select true"));
        Constraint overlap = new ExclusionConstraint(
                        "new", "gist", List.of(new Excluded(keyOf("trading.even()"), new Operator("trading", "&&"))))
                .where(new Expression("note > ''"));

        assertThat(overlap.requires(database))
                .containsExactlyInAnyOrder(
                        SCHEMA.id(), function("even", "boolean", "").id());
        assertThat(check("new", "trading.even()").requires(database))
                .containsExactly(function("even", "boolean", "").id());
        assertThat(overlap.following(BOOKINGS.id(), new Rename.OfObject(SCHEMA.id(), Schema.id("trade"))))
                .hasToString(overlap.toString().replace("trading", "trade"));
    }

    @Test
    void what_postgresql_would_refuse_is_refused() {
        ForeignKeyConstraint key = foreignKey("new", "zz_room", ROOMS, "room");
        refused(unique("new", "zz_room", "zz_room"), "names a column twice: (zz_room, zz_room)");
        refused(key.onDelete(ReferentialAction.SET_NULL, "note"), "sets [note] on delete, but is of [zz_room] only");
        refused(
                key.referencing(Referenced.of(ROOMS.id(), List.of("house", "room"))),
                "is of [zz_room], and references [house, room], which are not as many");
    }

    private static void refused(Constraint constraint, String why) {
        laws(new AddConstraint(BOOKINGS.id(), constraint))
                .given(BOOKINGS)
                .areRefusedWith("Constraint \"new\" of table trading.bookings " + why + '.');
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void a_column_that_is_not_there_is_refused(Constraint constraint) {
        laws(new AddConstraint(BOOKINGS.id(), constraint))
                .given(BOOKINGS)
                .areRefusedWith("There is no column \"zz_rooms\" in table trading.bookings. Did you mean \"zz_room\"?");
    }

    private static Stream<Constraint> unknown() {
        KeyColumns beside = KeyColumns.of(List.of("zz_room")).including(List.of("zz_rooms"));
        return Stream.of(
                primaryKey("new", "zz_rooms"),
                unique("new", "zz_room").over(beside),
                foreignKey("new", "zz_rooms", ROOMS, "room"),
                exclusion("new", excluded("zz_rooms", "&&")),
                exclusion("new", excluded("area", "&&")).including(List.of("zz_rooms")),
                exclusion("new", excluded("area", "&&")).where(new Expression("zz_rooms is null")),
                check("new", "note = 'x' and zz_rooms = zz_house"));
    }

    @Test
    void a_condition_may_speak_of_the_whole_row() {
        laws(new AddConstraint(BOOKINGS.id(), check("new", "bookings is not null and not tableoid = 0")))
                .given(BOOKINGS)
                .hold();
    }

    @Test
    void a_deferrable_key_is_no_target_of_a_foreign_key() {
        Table rooms = ROOMS.alterConstraint("uq_rooms", c -> c.deferring(Deferral.INITIALLY_IMMEDIATE));
        OperationLaws.of(new AddConstraint(
                        BOOKINGS.id(),
                        new ForeignKeyConstraint(
                                "new",
                                List.of("zz_house", "zz_room"),
                                Referenced.of(rooms.id(), List.of("house", "room")))))
                .given(SCHEMA, rooms, BOOKINGS)
                .areRefusedWith("Foreign key \"new\" of table trading.bookings references [house, room] of table"
                        + " trading.rooms, which is neither its primary key nor unique there. Reference a key, or make"
                        + " these columns unique first.");
    }

    @Test
    void the_index_behind_an_exclusion_takes_its_name() {
        laws(new AddConstraint(BOOKINGS.id(), exclusion("rooms", excluded("area", "&&"))))
                .given(BOOKINGS)
                .areRefusedWith("The name of table trading.bookings is taken by table trading.rooms.");
    }

    @Test
    void named_not_null_constraints_keep_to_their_rules() {
        Table named = BOOKINGS.plus(notNull("new", "zz_room"));
        laws(new AddConstraint(named.id(), notNull("again", "zz_room")))
                .given(named)
                .since(18)
                .areRefusedWith("Column \"zz_room\" of table trading.bookings is not null already, under another name."
                        + " Let it be null first, or rename that constraint.");
        laws(new AddConstraint(BOOKINGS.id(), notNull("zz_room_not_null1", "zz_room")))
                .given(BOOKINGS)
                .since(18)
                .areRefusedBeforehandWith("Constraint \"zz_room_not_null1\" of table trading.bookings has a name as"
                        + " PostgreSQL itself gives it. Leave out the name, or choose another one.");
        laws(new AddConstraint(BOOKINGS.id(), notNull("new", "zz_room").enforcing(Enforcement.NOT_ENFORCED)))
                .given(BOOKINGS)
                .since(18)
                .areRefusedWith("Constraint \"new\" of table trading.bookings is a not-null constraint, which is always"
                        + " enforced.");
        laws(new AddConstraint(named.id(), primaryKey("pk", "zz_room")))
                .given(BOOKINGS.plus(notNull("new", "zz_room").inheriting(false)))
                .since(18)
                .areRefusedWith("Constraint \"new\" of table trading.bookings makes \"zz_room\" not null, as constraint"
                        + " \"pk\" does.");
        laws(new DropConstraint(named.id(), "new"))
                .given(named.plus(primaryKey("pk", "zz_room")))
                .since(18)
                .areRefusedWith(
                        "Constraint \"new\" of table trading.bookings cannot go: column \"zz_room\" is part of the"
                                + " primary key or an identity, which is never null.");
    }

    @Test
    void a_not_null_constraint_that_is_not_inherited_does_not_become_so_by_the_way() {
        laws(new SetNotNull(BOOKINGS.id(), "zz_room"))
                .given(BOOKINGS.plus(notNull("new", "zz_room").inheriting(false)))
                .since(18)
                .areRefusedWith(
                        "Column \"zz_room\" of table trading.bookings is not null by constraint \"new\", which is not"
                                + " inherited. Alter that constraint instead.");
    }

    @Test
    void a_named_not_null_constraint_meets_the_other_operations() {
        Table named = BOOKINGS.plus(notNull("new", "zz_room"));
        Table pending = BOOKINGS.plus(notNull("new", "zz_room").enforcing(Enforcement.NOT_VALID));
        laws(new DropNotNull(named.id(), "zz_room"))
                .given(named)
                .given(constraintComment(named, "new", "why"))
                .since(18)
                .hold();
        laws(new SetNotNull(named.id(), "zz_room")).given(named).since(18).hold();
        laws(new SetNotNull(named.id(), "zz_room")).given(pending).since(18).hold();
        laws(new AddConstraint(named.id(), primaryKey("pk", "zz_room")))
                .given(named)
                .since(18)
                .hold();
        laws(new DropConstraint(named.id(), "pk"))
                .given(named.plus(primaryKey("pk", "zz_room")))
                .since(18)
                .hold();
        Table numbered = table("numbered", identity("id", "bigint", true), column("a", "text"))
                .plus(notNull("new", "id"));
        laws(new CreateObject(numbered)).since(18).hold();
        laws(new DropColumn(numbered.id(), "id")).given(numbered).since(18).hold();
    }

    @Test
    void constraints_outlive_another_type_of_their_columns() {
        Table with = table("notes", column("note", "text"), column("area", "box"))
                .plus(exclusion("ex", excluded("area", "&&")).where(new Expression("note in ('a', 'b')")))
                .plus(check("ck", "note <> 'c'")
                        .enforcing(Enforcement.NOT_VALID)
                        .inheriting(false));
        OperationLaws.of(new AlterColumnType(with.id(), "note", TypeName.of("varchar(9)"), Optional.empty()))
                .given(SCHEMA, with)
                .given(constraintComment(with, "ck", "why"))
                .given(comments(with, "ex"))
                .hold();
    }

    @Test
    void a_schema_and_an_enum_value_are_followed() {
        Table with = table("sides", column("side", "trading.side"), column("area", "box"))
                .plus(exclusion("ex", excluded("area", "&&")).where(new Expression("side = 'BUY'::trading.side")));
        OperationLaws.of(new RenameObject(SCHEMA.id(), "trade"))
                .given(SCHEMA, SIDE, with)
                .given(comments(with, "ex"))
                .hold();
        OperationLaws.of(new RenameEnumValue(SIDE.id(), "BUY", "BID"))
                .given(SCHEMA, SIDE, with)
                .hold();
        OperationLaws.of(new SetSchema(with.id(), "other"))
                .given(SCHEMA, new Schema("other"), SIDE, with)
                .given(comments(with, "ex"))
                .hold();
    }
}

package dev.varve.diff;

import static dev.varve.diff.SmallSchemas.column;
import static dev.varve.diff.SmallSchemas.holding;
import static dev.varve.diff.SmallSchemas.name;
import static dev.varve.diff.SmallSchemas.table;
import static dev.varve.diff.SmallSchemas.words;
import static dev.varve.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.Postgres;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequenceDifferenceTest {

    @Test
    void who_has_the_name_of_a_sequence_comes_before_whom_it_would_be_for() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(
                Postgres.table("later").column("id", integer().serial().sequence("early_id_seq")),
                Postgres.table("early").column("id", integer().serial()));
        Database now = Operation.afterAll(changes.operations(), Database.empty());

        assertThat(Difference.between(Database.empty(), now).operations())
                .extracting(Operation::description)
                .containsExactly("create table public.later", "create table public.early");
    }

    @Test
    void a_serial_column_whose_sequence_becomes_an_object_of_its_own_keeps_it() {
        Table serial = table(
                "t",
                column("id", "integer")
                        .valued(Optional.of(new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.empty()))));
        Sequence sequence = new Sequence(
                name("t_id_seq"),
                TypeName.of("integer"),
                SequenceOptions.PLAIN,
                Optional.of(new Sequence.Owner(serial.id(), "id")),
                false);
        Table widened =
                table("t", column("id", "bigint").valued(Optional.of(new ColumnValue.Default(sequence.next()))));

        assertThat(words(Difference.between(holding(serial), holding(widened, sequence))))
                .containsExactly(
                        "separate the sequence of column id of public.t",
                        "change the type of column id of public.t to bigint");
        assertThat(words(Difference.between(holding(widened, sequence), holding(serial))))
                .containsExactly(
                        "change the type of column id of public.t to integer",
                        "join the sequence of column id of public.t");
        assertThat(words(Difference.between(holding(serial), holding(widened, sequence.unowned()))))
                .containsExactly(
                        "separate the sequence of column id of public.t",
                        "change the type of column id of public.t to bigint",
                        "alter sequence public.t_id_seq");
        assertThat(words(Difference.between(holding(widened, sequence.unowned()), holding(serial))))
                .containsExactly(
                        "change the type of column id of public.t to integer",
                        "join the sequence of column id of public.t");
    }

    @Test
    void a_sequence_takes_its_name_before_an_identity_chooses_one() {
        Table numbered = table(
                "t",
                column("id", "integer")
                        .notNull(true)
                        .valued(Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN))));
        Sequence left = new Sequence(
                name("t_id_seq"),
                TypeName.of("integer"),
                SequenceOptions.PLAIN,
                Optional.of(new Sequence.Owner(numbered.id(), "id")),
                false);

        assertThat(words(Difference.between(Database.empty(), holding(numbered, left))))
                .containsExactly(
                        "create sequence public.t_id_seq", "create table public.t", "alter sequence public.t_id_seq");
    }

    @Test
    void a_default_waits_for_the_sequence_that_has_the_name_of_one_that_goes() {
        Column id = column("id", "integer").notNull(true);
        Column numbered =
                id.valued(Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN, Optional.empty())));
        Sequence sequence =
                new Sequence(name("t_id_seq"), TypeName.of("bigint"), SequenceOptions.PLAIN, Optional.empty(), false);
        Column counted = id.valued(Optional.of(new ColumnValue.Default(sequence.next())));

        assertThat(words(Difference.between(holding(table("t", numbered)), holding(table("t", counted), sequence))))
                .containsExactly(
                        "end the identity of column id of public.t",
                        "create sequence public.t_id_seq",
                        "set the default of column id of public.t to nextval('public.t_id_seq'::regclass)");
    }

    @Test
    void a_table_waits_for_the_name_of_the_sequence_of_one_that_goes() {
        Column id = column("id", "integer").notNull(true);
        Table old = table("sales", identity(id, Optional.empty()));
        Table sold = table("sold", identity(id, Optional.of(name("sales_id_seq"))));

        assertThat(words(Difference.between(holding(old), holding(sold))))
                .containsExactly("drop table public.sales", "create table public.sold");
        assertThat(words(Difference.between(holding(sold), holding(old))))
                .containsExactly("drop table public.sold", "create table public.sales");
        View now = new View(name("all"), new Query("select id from public.sold"));
        View later = new View(name("all"), new Query("select id from public.sales"));
        assertThat(words(Difference.between(holding(sold, now), holding(old, later))))
                .containsExactly(
                        "drop view public.all",
                        "drop table public.sold",
                        "create table public.sales",
                        "create view public.all");
    }

    private static Column identity(Column column, Optional<QualifiedName> sequence) {
        return column.valued(Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN, sequence)));
    }

    @Test
    void a_column_takes_numbers_from_a_sequence_that_then_belongs_to_it() {
        Table bare = table("t", column("id", "integer"));
        Sequence sequence = new Sequence(
                name("numbers"),
                TypeName.of("bigint"),
                SequenceOptions.PLAIN,
                Optional.of(new Sequence.Owner(bare.id(), "no")),
                false);
        Table counting =
                bare.plus(column("no", "integer").valued(Optional.of(new ColumnValue.Default(sequence.next()))));

        assertThat(words(Difference.between(holding(bare), holding(counting, sequence))))
                .containsExactly(
                        "create sequence public.numbers", "add column no to public.t", "alter sequence public.numbers");
    }

    @Test
    void a_sequence_leaves_a_table_before_that_goes() {
        Table old = table("old", column("id", "integer"));
        Table next = table("next", column("id", "integer"));
        Sequence numbers = new Sequence(name("numbers"), TypeName.of("bigint"), SequenceOptions.PLAIN);
        Sequence ofOld = numbers.ownedBy(Optional.of(new Sequence.Owner(old.id(), "id")));
        Sequence ofNext = numbers.ownedBy(Optional.of(new Sequence.Owner(next.id(), "id")));

        assertThat(words(Difference.between(holding(old, ofOld), holding(numbers))))
                .containsExactly("alter sequence public.numbers", "drop table public.old");
        assertThat(words(Difference.between(holding(old, ofOld), holding(next, ofNext))))
                .containsExactly("create table public.next", "alter sequence public.numbers", "drop table public.old");
    }
}

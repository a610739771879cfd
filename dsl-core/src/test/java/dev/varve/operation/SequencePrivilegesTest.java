package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Grantable;
import dev.varve.model.Privileges;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.operation.ChangePrivileges.Verb;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Privileges on the sequences that are parts of columns. */
class SequencePrivilegesTest {

    private static final String CLERKS = "varve_clerks";

    private static final ColumnValue.Serial SERIAL = new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.empty());

    private static final Column COUNTER =
            column("counter", "integer").notNull(true).valued(Optional.of(SERIAL));

    private static final Table NOTES =
            table("notes", column("text", "text"), identity("id", "bigint", true), COUNTER, column("plain", "bigint"));

    private static final Operation BY_DEFAULT = new SetDefaultPrivileges(new DefaultPrivileges(
            Optional.empty(),
            Optional.of("trading"),
            Grantable.SEQUENCE,
            CLERKS,
            new TreeMap<>(Map.of("USAGE", false))));

    private static ChangePrivileges granting(String column, String grantee, String... privileges) {
        return new ChangePrivileges(NOTES.id(), column, true, grantee, Verb.GRANT, Set.of(privileges));
    }

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).given(new CreateRole(CLERKS)).given(SCHEMA, NOTES);
    }

    private static OperationLaws granted(Operation operation) {
        return laws(operation).given(granting("id", CLERKS, "usage"), granting("counter", "public", "select", "usage"));
    }

    @Test
    void they_are_granted_and_revoked() {
        laws(granting("id", CLERKS, "usage", "select")).hold();
        laws(new ChangePrivileges(NOTES.id(), "counter", true, CLERKS, Verb.GRANT_WITH_OPTION, Set.of("all")))
                .hold();
        granted(new ChangePrivileges(NOTES.id(), "counter", true, "public", Verb.REVOKE, Set.of("usage")))
                .hold();
        laws(new ChangePrivileges(NOTES.id(), "counter", true, Privileges.OWNER, Verb.REVOKE, Set.of("update")))
                .hold();
    }

    @Test
    void they_stay_when_the_column_and_the_table_are_called_otherwise() {
        granted(new RenameColumn(NOTES.id(), "id", "number")).hold();
        granted(new RenameObject(NOTES.id(), "papers")).hold();
    }

    @Test
    void they_go_and_come_back_with_the_sequence() {
        granted(new SetIdentity(NOTES.id(), "id", Optional.empty())).hold();
        granted(new SetSerial(NOTES.id(), "counter", Optional.empty())).hold();
        granted(new DropColumn(NOTES.id(), "counter")).hold();
        granted(new DropObject(NOTES.id())).hold();
    }

    @Test
    void they_are_given_by_default() {
        OperationLaws.of(new CreateObject(NOTES))
                .given(new CreateRole(CLERKS))
                .given(SCHEMA)
                .given(BY_DEFAULT)
                .hold();
        laws(new AddColumn(NOTES.id(), identity("more", "integer", false)))
                .given(BY_DEFAULT)
                .hold();
        laws(new SetSerial(NOTES.id(), "plain", Optional.of(SERIAL)))
                .given(BY_DEFAULT)
                .hold();
    }

    @Test
    void a_way_back_gives_none_by_default() {
        laws(new DropColumn(NOTES.id(), "id")).given(BY_DEFAULT).hold();
        laws(new SetIdentity(NOTES.id(), "id", Optional.empty()))
                .given(BY_DEFAULT)
                .hold();
        laws(new SetSerial(NOTES.id(), "counter", Optional.empty()))
                .given(BY_DEFAULT)
                .hold();
    }

    @Test
    void a_column_that_numbers_no_rows_has_no_sequence() {
        laws(granting("plain", CLERKS, "usage"))
                .areRefusedBeforehandWith(
                        "There are no privileges on a sequence of column \"plain\" of table trading.notes: it is"
                                + " neither an identity nor serial.");
        laws(granting("id", CLERKS, "insert"))
                .areRefusedWith(
                        "There is no privilege insert on the sequence of trading.notes.id; there are select, update, usage.");
    }

    @Test
    void a_difference_finds_them() {
        Database before = Database.empty().plus(SCHEMA).plus(NOTES);
        Database after = granting("id", CLERKS, "usage").after(before);

        List<Operation> operations = Difference.between(before, after).operations();

        assertThat(operations).hasSize(1);
        assertThat(operations.get(0).statements(before))
                .hasToString("[grant usage on sequence trading.notes_id_seq to varve_clerks]");
        assertThat(Difference.between(after, before).operations().get(0).statements(after))
                .hasToString("[revoke usage on sequence trading.notes_id_seq from varve_clerks]");
    }
}

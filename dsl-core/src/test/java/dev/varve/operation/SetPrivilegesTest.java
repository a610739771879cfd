package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;

import dev.varve.model.Language;
import dev.varve.model.Privileges;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SetPrivilegesTest {

    private static final Table NOTES = table("notes", column("text", "text"));

    private static Privileges held(Map<String, Boolean> privileges) {
        return new Privileges(NOTES.id(), "", "varve_clerks", new TreeMap<>(privileges));
    }

    @Test
    void what_is_more_is_granted_and_what_is_less_is_revoked() {
        OperationLaws.of(new SetPrivileges(held(Map.of("SELECT", true, "INSERT", false))))
                .given(new CreateRole("varve_clerks"))
                .given(SCHEMA, NOTES)
                .given(new SetPrivileges(held(Map.of("SELECT", false, "DELETE", true))))
                .hold();
    }

    /** PostgreSQL revokes them there as well. */
    @Test
    void what_a_role_has_of_columns_it_keeps_when_it_is_revoked_of_the_table() {
        Privileges ofText = new Privileges(
                NOTES.id(), "text", "varve_clerks", new TreeMap<>(Map.of("SELECT", true, "UPDATE", false)));
        OperationLaws.of(new SetPrivileges(held(Map.of("INSERT", false))))
                .given(new CreateRole("varve_clerks"))
                .given(SCHEMA, NOTES)
                .given(new SetPrivileges(ofText))
                .given(new SetPrivileges(held(Map.of("SELECT", false, "INSERT", true, "UPDATE", true))))
                .hold();
    }

    @Test
    void none_is_what_a_role_has_of_a_new_object() {
        OperationLaws.of(new SetPrivileges(held(Map.of())))
                .given(new CreateRole("varve_clerks"))
                .given(SCHEMA, NOTES)
                .given(new SetPrivileges(held(Map.of("UPDATE", false))))
                .hold();
    }

    @Test
    void a_language_on_which_there_are_some_stays_trusted() {
        Language trusted = new Language(
                "varvish",
                true,
                QualifiedName.of("pg_catalog", "plpgsql_call_handler"),
                Optional.empty(),
                Optional.empty());
        Language untrusted = new Language("varvish", false, trusted.handler(), Optional.empty(), Optional.empty());
        OperationLaws.of(AlterObject.to(untrusted))
                .given(new CreateRole("varve_clerks"))
                .given(trusted)
                .given(new SetPrivileges(
                        new Privileges(trusted.id(), "", "varve_clerks", new TreeMap<>(Map.of("USAGE", false)))))
                .areRefusedBeforehandWith(
                        "The language varvish is not to be trusted, and PostgreSQL knows no privileges on such a"
                                + " language. Take back first what is granted on it and revoked from others.");
    }

    @Test
    void a_privilege_that_there_is_not_is_refused() {
        OperationLaws.of(new ChangePrivileges(
                        NOTES.id(), "", "varve_clerks", ChangePrivileges.Verb.GRANT, java.util.Set.of("execute")))
                .given(new CreateRole("varve_clerks"))
                .given(SCHEMA, NOTES)
                .before(17)
                .areRefusedWith(
                        "There is no privilege execute on table trading.notes; there are delete, insert, references, select, trigger, truncate, update.");
    }

    /** PostgreSQL would take what the role could grant for what was granted to the owner, with that. */
    @Test
    void what_an_owner_could_grant_before_is_what_every_owner_can() {
        OperationLaws.of(new SetOwner(NOTES.id(), Optional.of("varve_clerks")))
                .given(new CreateRole("varve_clerks"))
                .given(SCHEMA, NOTES)
                .given(new SetPrivileges(held(Map.of("SELECT", true, "INSERT", false))))
                .hold();
    }
}

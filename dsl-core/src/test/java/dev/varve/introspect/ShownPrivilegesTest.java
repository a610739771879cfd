package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.Privileges;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.ChangePrivileges;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownPrivilegesTest {

    private static final Table NOTES =
            Table.of(QualifiedName.of("public", "notes"), List.of(Column.of("id", TypeName.of("integer"))));

    private static Database shown(ChangePrivileges.Verb verb, String grantee, String privilege, int version) {
        ChangePrivileges change = new ChangePrivileges(NOTES.id(), "", grantee, verb, Set.of(privilege));
        Database declared = change.after(Database.empty().plus(NOTES));
        return new CoreModule().shown(declared.on(new Environment(version * 10_000, Map.of())));
    }

    @Test
    void a_server_shows_the_privileges_that_it_knows() {
        assertThat(shown(ChangePrivileges.Verb.REVOKE, Privileges.OWNER, "UPDATE", 15)
                        .objects(Privileges.class))
                .flatMap(privileges -> privileges.held().keySet())
                .containsExactly("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE");
        assertThat(shown(ChangePrivileges.Verb.REVOKE, Privileges.OWNER, "MAINTAIN", 15)
                        .objects(Privileges.class))
                .isEmpty();
        assertThat(shown(ChangePrivileges.Verb.REVOKE, Privileges.OWNER, "UPDATE", 17)
                        .objects(Privileges.class))
                .flatMap(privileges -> privileges.held().keySet())
                .contains("MAINTAIN");
    }
}

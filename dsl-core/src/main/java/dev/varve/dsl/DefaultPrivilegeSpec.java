package dev.varve.dsl;

import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Grantable;
import dev.varve.operation.Operation;
import dev.varve.operation.SetDefaultPrivileges;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What roles are granted on everything of a kind that is made from now on.
 *
 * @param names such as {@code select}; none if empty
 * @param option whether they may grant it to others
 */
public record DefaultPrivilegeSpec(
        Set<String> names, Grantable kind, Optional<String> maker, Optional<String> schema, boolean option) {

    public DefaultPrivilegeSpec {
        names = Set.copyOf(names);
    }

    /** Only in a schema. */
    public DefaultPrivilegeSpec inSchema(String name) {
        return new DefaultPrivilegeSpec(names, kind, maker, Optional.of(name), option);
    }

    /** On what another role makes than the one that runs the migrations. */
    public DefaultPrivilegeSpec forRole(String name) {
        return new DefaultPrivilegeSpec(names, kind, Optional.of(name), schema, option);
    }

    /** And they may grant it to others. */
    public DefaultPrivilegeSpec grantOption() {
        return new DefaultPrivilegeSpec(names, kind, maker, schema, true);
    }

    Operation to(String role) {
        SortedMap<String, Boolean> held = new TreeMap<>();
        names.forEach(name -> held.put(name.toUpperCase(Locale.ROOT), option));
        return new SetDefaultPrivileges(new DefaultPrivileges(maker, schema, kind, role, held));
    }
}

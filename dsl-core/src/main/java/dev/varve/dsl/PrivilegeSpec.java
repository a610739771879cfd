package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.operation.ChangePrivileges;
import dev.varve.operation.ChangePrivileges.Verb;
import dev.varve.operation.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Privileges as they are granted or revoked.
 *
 * @param names such as {@code select}; {@code all} for all that there are
 * @param columns the columns that are meant; the whole object if empty
 * @param ofSequences whether the sequences are meant that number rows by the columns
 * @param option whether it is about granting them to others
 */
public record PrivilegeSpec(
        Set<String> names, Optional<ObjectId<?>> object, List<String> columns, boolean ofSequences, boolean option) {

    public PrivilegeSpec {
        names = Set.copyOf(names);
        columns = List.copyOf(columns);
    }

    /** On an object. */
    public PrivilegeSpec on(Named named) {
        return new PrivilegeSpec(names, Optional.of(named.id()), List.of(), false, option);
    }

    /** On some columns of a table. */
    public PrivilegeSpec onColumns(Named table, String... some) {
        return new PrivilegeSpec(names, Optional.of(table.id()), List.of(some), false, option);
    }

    /** On the sequences by which some columns of a table number rows: those of an identity or serial column. */
    public PrivilegeSpec onSequencesOf(Named table, String... some) {
        return new PrivilegeSpec(names, Optional.of(table.id()), List.of(some), true, option);
    }

    /** Granted: the role may grant them to others. Revoked: only that is revoked. */
    public PrivilegeSpec grantOption() {
        return new PrivilegeSpec(names, object, columns, ofSequences, true);
    }

    Stream<Operation> granted(String... roles) {
        return changed(option ? Verb.GRANT_WITH_OPTION : Verb.GRANT, roles);
    }

    Stream<Operation> revoked(String... roles) {
        return changed(option ? Verb.REVOKE_OPTION : Verb.REVOKE, roles);
    }

    private Stream<Operation> changed(Verb verb, String... roles) {
        ObjectId<?> on = object.orElseThrow(() ->
                new IllegalArgumentException("The privileges " + names + " are on nothing; say on what with on(...)."));
        List<String> parts = columns.isEmpty() ? List.of("") : columns;
        return Arrays.stream(roles)
                .flatMap(role ->
                        parts.stream().map(column -> new ChangePrivileges(on, column, ofSequences, role, verb, names)));
    }
}

package dev.varve.source;

import dev.varve.model.DefaultPrivileges;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.Privileges;
import dev.varve.model.Table;
import dev.varve.operation.ChangePrivileges;
import dev.varve.operation.ChangePrivileges.Verb;
import dev.varve.operation.CreateRole;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetDefaultPrivileges;
import dev.varve.operation.SetOwner;
import dev.varve.operation.SetPrivileges;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** What can be said of objects: comments, owners, privileges. */
final class RoleOperations {

    private RoleOperations() {}

    static List<OperationForm<?>> all() {
        return List.of(
                OperationForm.of(SetComment.class, RoleOperations::comment),
                OperationForm.of(
                        SetOwner.class,
                        (op, source) -> op.role()
                                .map(role -> Sentence.of("owner", source.name(op.on()), role))
                                .orElseGet(() -> Sentence.of("noOwner", source.name(op.on())))),
                OperationForm.of(ChangePrivileges.class, RoleOperations::change),
                OperationForm.ofAll(SetPrivileges.class, RoleOperations::set),
                OperationForm.of(SetDefaultPrivileges.class, RoleOperations::defaults),
                OperationForm.of(CreateRole.class, (op, source) -> Sentence.of("createRole", op.name())));
    }

    private static Sentence comment(SetComment operation, Source source) {
        if (operation.on().type() == PartitionConstraint.class) {
            return ofConstraint(operation, source);
        }
        if (operation.column().isEmpty()) {
            return operation
                    .text()
                    .map(text -> Sentence.of("comment", source.name(operation.on()), text))
                    .orElseGet(() -> Sentence.of("noComment", source.name(operation.on())));
        }
        if (operation.on().type() != Table.class && operation.on().type() != Partition.class) {
            return operation
                    .text()
                    .map(text -> Sentence.of("commentOnColumn", source.name(operation.on()), operation.column(), text))
                    .orElseGet(() -> Sentence.of("noCommentOnColumn", source.name(operation.on()), operation.column()));
        }
        return Sentence.about(
                source.name(operation.on()),
                operation
                        .text()
                        .map(text -> Call.of("commentOnColumn", operation.column(), text))
                        .orElseGet(() -> Call.of("noCommentOnColumn", operation.column())));
    }

    private static Sentence ofConstraint(SetComment operation, Source source) {
        PartitionConstraint constraint = (PartitionConstraint) source.before().get(operation.on());
        Call word = operation
                .text()
                .map(text -> Call.of("commentOnConstraint", constraint.name(), text))
                .orElseGet(() -> Call.of("noCommentOnConstraint", constraint.name()));
        return Sentence.about(source.name(constraint.on()), word);
    }

    private static Sentence change(ChangePrivileges operation, Source source) {
        Chain names = Chain.of("privileges", words(operation.privileges()));
        Chain on = operation.column().isEmpty()
                ? names.then("on", source.name((ObjectId<?>) operation.on()))
                : names.then(
                        operation.ofSequence() ? "onSequencesOf" : "onColumns",
                        source.name(operation.on()),
                        operation.column());
        boolean option = operation.verb() == Verb.GRANT_WITH_OPTION || operation.verb() == Verb.REVOKE_OPTION;
        boolean grants = operation.verb() == Verb.GRANT || operation.verb() == Verb.GRANT_WITH_OPTION;
        return Sentence.of(grants ? "grant" : "revoke", on.when(option, "grantOption"), grantee(operation.grantee()));
    }

    /** The role, or the word for the owner, whoever that is. */
    private static Code grantee(String role) {
        return role.equals(Privileges.OWNER) ? Code.raw("OWNER") : Code.string(role);
    }

    /** What has to be granted and revoked so that a role has these privileges and no others. */
    private static List<Sentence> set(SetPrivileges operation, Source source) {
        Privileges wanted = operation.privileges();
        SortedMap<String, Boolean> old = wanted.in(source.before()).held();
        SortedMap<String, Boolean> held = wanted.held();
        Map<Verb, Set<String>> changes = new EnumMap<>(Verb.class);
        held.forEach((privilege, option) -> {
            boolean had = old.containsKey(privilege);
            if (option && !old.getOrDefault(privilege, false)) {
                add(changes, Verb.GRANT_WITH_OPTION, privilege);
            } else if (!had) {
                add(changes, Verb.GRANT, privilege);
            } else if (!option && old.get(privilege)) {
                add(changes, Verb.REVOKE_OPTION, privilege);
            }
        });
        old.keySet().stream()
                .filter(privilege -> !held.containsKey(privilege))
                .forEach(privilege -> add(changes, Verb.REVOKE, privilege));
        return changes.entrySet().stream()
                .map(change -> change(
                        new ChangePrivileges(
                                wanted.on(),
                                wanted.column(),
                                wanted.ofSequence(),
                                wanted.grantee(),
                                change.getKey(),
                                change.getValue()),
                        source))
                .toList();
    }

    private static void add(Map<Verb, Set<String>> changes, Verb verb, String privilege) {
        changes.computeIfAbsent(verb, v -> new TreeSet<>()).add(privilege);
    }

    private static Code words(Collection<String> privileges) {
        return Names.list(privileges.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList());
    }

    private static Sentence defaults(SetDefaultPrivileges operation, Source source) {
        DefaultPrivileges privileges = operation.privileges();
        Set<Boolean> options = Set.copyOf(privileges.held().values());
        if (options.size() > 1) {
            return Sentence.adding(operation);
        }
        Code kind = Code.raw("Grantable." + privileges.kind(), Set.of("dev.varve.model.Grantable"));
        Chain spec = privileges.held().isEmpty()
                ? Chain.of("byDefault", kind)
                : Chain.of("byDefault", kind, words(privileges.held().keySet()));
        Chain whole = spec.when(privileges.schema(), "inSchema")
                .when(privileges.maker(), "forRole")
                .when(options.contains(true), "grantOption");
        return Sentence.of("defaultPrivileges", whole, grantee(privileges.grantee()));
    }
}

package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.Policy;
import dev.varve.model.Policy.Command;
import dev.varve.model.Privileges;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameWithin;
import dev.varve.sql.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A policy as it is written; with its name and table alone it stands for one that is already there. */
public record PolicySpec(Policy policy) implements Named, Creation, Replacement, Alterable<PolicySpec.Alteration> {

    static PolicySpec of(String name, Named table) {
        return new PolicySpec(new Policy(
                name, table.id(), true, Command.ALL, Set.of(Privileges.PUBLIC), Optional.empty(), Optional.empty()));
    }

    /** Is about one thing that is done with rows, and not about all. */
    public PolicySpec forCommand(Command command) {
        return new PolicySpec(policy.about(command));
    }

    /** Is about these roles, and not about everybody. */
    public PolicySpec to(String... roles) {
        return new PolicySpec(policy.to(Set.of(roles)));
    }

    /** Shows the rows that meet the condition. */
    public PolicySpec using(String condition) {
        return new PolicySpec(policy.over(Optional.of(new Expression(condition)), policy.check()));
    }

    /** Lets rows be written that meet the condition. */
    public PolicySpec withCheck(String condition) {
        return new PolicySpec(policy.over(policy.using(), Optional.of(new Expression(condition))));
    }

    /** Must be met whatever other policies say. */
    public PolicySpec restrictive() {
        return new PolicySpec(policy.restrictive());
    }

    @Override
    public ObjectId<Policy> id() {
        return policy.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(policy));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(policy);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Concerning(Set<String> roles) implements ObjectChange<Policy> {

        @Override
        public Policy of(Policy before) {
            return before.to(roles);
        }
    }

    private record Showing(Expression condition) implements ObjectChange<Policy> {

        @Override
        public Policy of(Policy before) {
            return before.over(Optional.of(condition), before.check());
        }
    }

    private record Checking(Expression condition) implements ObjectChange<Policy> {

        @Override
        public Policy of(Policy before) {
            return before.over(before.using(), Optional.of(condition));
        }
    }

    /** The words for changing a policy. */
    public static final class Alteration {

        private final ObjectId<Policy> policy;
        private final Changes changes;

        private Alteration(ObjectId<Policy> policy, Changes changes) {
            this.policy = policy;
            this.changes = changes;
        }

        private Alteration record(ObjectChange<Policy> change) {
            changes.add(new AlterObject<>(policy, change));
            return this;
        }

        /** Is about these roles and no others. */
        public Alteration to(String... roles) {
            return record(new Concerning(Set.of(roles)));
        }

        /** Shows the rows that meet the condition. */
        public Alteration using(String condition) {
            return record(new Showing(new Expression(condition)));
        }

        /** Lets rows be written that meet the condition. */
        public Alteration withCheck(String condition) {
            return record(new Checking(new Expression(condition)));
        }

        /** Gives the policy another name. */
        public Alteration rename(String to) {
            changes.add(new RenameWithin<>(policy, to));
            return this;
        }
    }
}

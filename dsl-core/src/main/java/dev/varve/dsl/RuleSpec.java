package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.Rule;
import dev.varve.model.View;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameWithin;
import dev.varve.sql.Expression;
import dev.varve.sql.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A rule as it is written; with its name and relation alone it stands for one that is already there. */
public final class RuleSpec implements Named, Creation, Replacement, Alterable<RuleSpec.Alteration> {

    private final Rule rule;

    private RuleSpec(Rule rule) {
        this.rule = rule;
    }

    static RuleSpec of(String name) {
        ObjectId<View> nowhere = View.id(dev.varve.sql.QualifiedName.of("public", name));
        return new RuleSpec(
                new Rule(name, nowhere, Rule.Event.INSERT, false, Optional.empty(), List.of(), Rule.Firing.ORIGIN));
    }

    private RuleSpec with(
            ObjectId<?> on, Rule.Event event, boolean instead, Optional<Expression> where, List<Query> commands) {
        return new RuleSpec(new Rule(rule.name(), on, event, instead, where, commands, rule.firing()));
    }

    /** Makes it one of a table or view. */
    public RuleSpec on(Named relation) {
        return with(relation.id(), rule.event(), rule.instead(), rule.where(), rule.commands());
    }

    /** Works on new rows. */
    public RuleSpec onInsert() {
        return with(rule.on(), Rule.Event.INSERT, rule.instead(), rule.where(), rule.commands());
    }

    /** Works on changed rows. */
    public RuleSpec onUpdate() {
        return with(rule.on(), Rule.Event.UPDATE, rule.instead(), rule.where(), rule.commands());
    }

    /** Works on removed rows. */
    public RuleSpec onDelete() {
        return with(rule.on(), Rule.Event.DELETE, rule.instead(), rule.where(), rule.commands());
    }

    /** Works on rows alone that meet the condition, which calls them {@code new} and {@code old}. */
    public RuleSpec where(String condition) {
        return with(rule.on(), rule.event(), rule.instead(), Optional.of(new Expression(condition)), rule.commands());
    }

    /** Runs these commands, too. */
    public RuleSpec doAlso(String... commands) {
        return doing(false, commands);
    }

    /** Runs these commands and does not make the change. */
    public RuleSpec doInstead(String... commands) {
        return doing(true, commands);
    }

    /** Does not make the change, and nothing else either. */
    public RuleSpec doInsteadNothing() {
        return doing(true);
    }

    /** Works in no session. */
    public RuleSpec disabled() {
        return new RuleSpec(rule.firing(Rule.Firing.DISABLED));
    }

    /** Works in those sessions alone that replay changes of another server. */
    public RuleSpec enabledOnReplica() {
        return new RuleSpec(rule.firing(Rule.Firing.REPLICA));
    }

    /** Works in all sessions. */
    public RuleSpec enabledAlways() {
        return new RuleSpec(rule.firing(Rule.Firing.ALWAYS));
    }

    private RuleSpec doing(boolean instead, String... commands) {
        List<Query> queries = Arrays.stream(commands).map(Query::new).toList();
        return with(rule.on(), rule.event(), instead, rule.where(), queries);
    }

    @Override
    public ObjectId<Rule> id() {
        return rule.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(rule));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(rule);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Working(Rule.Firing firing) implements ObjectChange<Rule> {

        @Override
        public Rule of(Rule before) {
            return before.firing(firing);
        }
    }

    /** The words for changing a rule. */
    public static final class Alteration {

        private final ObjectId<Rule> rule;
        private final Changes changes;

        private Alteration(ObjectId<Rule> rule, Changes changes) {
            this.rule = rule;
            this.changes = changes;
        }

        private Alteration working(Rule.Firing firing) {
            changes.add(new AlterObject<>(rule, new Working(firing)));
            return this;
        }

        /** Lets it work in sessions that do not replay changes of another server. */
        public Alteration enable() {
            return working(Rule.Firing.ORIGIN);
        }

        /** Lets it work in those sessions alone that replay changes of another server. */
        public Alteration enableReplica() {
            return working(Rule.Firing.REPLICA);
        }

        /** Lets it work in all sessions. */
        public Alteration enableAlways() {
            return working(Rule.Firing.ALWAYS);
        }

        /** Lets it work in no session. */
        public Alteration disable() {
            return working(Rule.Firing.DISABLED);
        }

        /** Gives it another name. */
        public void rename(String to) {
            changes.add(new RenameWithin<>(rule, to));
        }
    }
}

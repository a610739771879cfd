package dev.varve.source;

import dev.varve.model.Deferral;
import dev.varve.model.EventTrigger;
import dev.varve.model.Firing;
import dev.varve.model.ObjectId;
import dev.varve.model.Policy;
import dev.varve.model.RelationMember;
import dev.varve.model.Rule;
import dev.varve.model.Trigger;
import dev.varve.model.TriggerTraits;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What watches over relations: triggers, rules, policies, event triggers. */
final class RuleForms {

    private RuleForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(
                        Trigger.class,
                        (id, source) -> Chain.of("trigger", member(id, source).name())
                                .head("on", source.name(member(id, source).on())),
                        RuleForms::trigger),
                ObjectForm.of(
                        Rule.class,
                        (id, source) -> Chain.of("rule", member(id, source).name())
                                .head("on", source.name(member(id, source).on())),
                        RuleForms::rule),
                ObjectForm.of(
                        Policy.class, (id, source) -> policy(source.before().get(id), source), RuleForms::definition),
                ObjectForm.of(
                        EventTrigger.class,
                        (id, source) -> Chain.of("eventTrigger", id.name().name()),
                        RuleForms::eventTrigger));
    }

    private static RelationMember member(ObjectId<? extends RelationMember> id, Source source) {
        return source.before().get(id);
    }

    private static Code trigger(Trigger trigger, Source source) {
        Chain chain = Chain.of("trigger", trigger.name())
                .then(new Call(
                        timing(trigger),
                        trigger.events().stream()
                                .sorted()
                                .map(e -> Code.raw(e.name()))
                                .toList()))
                .when(!trigger.columns().isEmpty(), "ofColumns", Names.list(trigger.columns()))
                .then("on", source.name(trigger.on()))
                .when(trigger.forEachRow(), "forEachRow")
                .when(trigger.when().map(condition -> condition.text()), "when");
        Chain special = traits(chain, trigger.traits(), source);
        Code function = source.name(trigger.function());
        return trigger.arguments().isEmpty()
                ? special.then("call", function)
                : special.then("call", function, Names.list(trigger.arguments()));
    }

    private static String timing(Trigger trigger) {
        return trigger.timing() == Trigger.Timing.INSTEAD_OF
                ? "insteadOf"
                : trigger.timing().name().toLowerCase(Locale.ROOT);
    }

    private static Chain traits(Chain chain, TriggerTraits traits, Source source) {
        Chain deferred = traits.constraint()
                .map(deferral -> chain.then(
                        deferral == Deferral.NOT_DEFERRABLE
                                ? "constraint"
                                : deferral == Deferral.INITIALLY_IMMEDIATE ? "deferrable" : "deferred"))
                .orElse(chain);
        return firing(
                deferred.when(traits.from().map(source::name), "from")
                        .when(!traits.oldTable().isEmpty(), "oldTable", traits.oldTable())
                        .when(!traits.newTable().isEmpty(), "newTable", traits.newTable()),
                traits.firing());
    }

    private static Chain firing(Chain chain, Firing firing) {
        return chain.when(firing == Firing.DISABLED, "disabled")
                .when(firing == Firing.REPLICA, "enabledOnReplica")
                .when(firing == Firing.ALWAYS, "enabledAlways");
    }

    private static Code rule(Rule rule, Source source) {
        String event = rule.event().name();
        Chain chain = Chain.of("rule", rule.name())
                .then("on", source.name(rule.on()))
                .then("on" + event.charAt(0) + event.substring(1).toLowerCase(Locale.ROOT))
                .when(rule.where().map(condition -> condition.text()), "where");
        List<Code> commands =
                rule.commands().stream().map(Query::text).map(Code::string).toList();
        Chain doing = commands.isEmpty()
                ? chain.then(rule.instead() ? "doInsteadNothing" : "doAlso")
                : chain.then(new Call(rule.instead() ? "doInstead" : "doAlso", commands));
        return doing.when(rule.firing() == Rule.Firing.DISABLED, "disabled")
                .when(rule.firing() == Rule.Firing.REPLICA, "enabledOnReplica")
                .when(rule.firing() == Rule.Firing.ALWAYS, "enabledAlways");
    }

    private static Chain policy(Policy policy, Source source) {
        return Chain.of("policy", policy.name(), source.name(policy.on()));
    }

    private static Code definition(Policy policy, Source source) {
        Code command = Code.raw("Policy.Command." + policy.command(), Set.of("dev.varve.model.Policy"));
        return policy(policy, source)
                .when(!policy.permissive(), "restrictive")
                .when(policy.command() != Policy.Command.ALL, "forCommand", command)
                .when(!policy.roles().equals(Set.of("public")), "to", Names.list(policy.roles()))
                .when(policy.using().map(condition -> condition.text()), "using")
                .when(policy.check().map(condition -> condition.text()), "withCheck");
    }

    private static Code eventTrigger(EventTrigger trigger, Source source) {
        Code event = Code.raw("EventTrigger.Event." + trigger.event(), Set.of("dev.varve.model.EventTrigger"));
        Chain chain = Chain.of("eventTrigger", trigger.name())
                .then("on", event)
                .when(!trigger.tags().isEmpty(), "tags", Names.list(trigger.tags()))
                .then("call", source.name(trigger.function()));
        return firing(chain, trigger.firing());
    }
}

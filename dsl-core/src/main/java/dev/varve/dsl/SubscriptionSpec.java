package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.Subscription;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A subscription as it is written; with its name alone it stands for one that is already there. */
public record SubscriptionSpec(Subscription subscription)
        implements Named, Creation, Replacement, Alterable<SubscriptionSpec.Alteration> {

    static SubscriptionSpec of(String name) {
        return new SubscriptionSpec(Subscription.of(name, "", Set.of()));
    }

    /** Reaches the other server like that, such as {@code "host=feed dbname=market service=feed"}; without a password. */
    public SubscriptionSpec connection(String connection) {
        return new SubscriptionSpec(subscription.connecting(connection));
    }

    /** Takes what these publications of the other server publish. */
    public SubscriptionSpec publications(String... names) {
        return new SubscriptionSpec(subscription.to(new LinkedHashSet<>(List.of(names))));
    }

    /** Uses that replication slot, which exists on the other server. */
    public SubscriptionSpec slot(String name) {
        return new SubscriptionSpec(subscription.slot(Optional.of(name)));
    }

    /** Takes changes from the beginning. */
    public SubscriptionSpec enabled() {
        return new SubscriptionSpec(subscription.enabled(true));
    }

    /** Has an option, such as {@code option("binary", "true")}. */
    public SubscriptionSpec option(String option, String value) {
        return new SubscriptionSpec(subscription.option(option, value));
    }

    @Override
    public ObjectId<Subscription> id() {
        return subscription.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(subscription));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(subscription);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Connecting(String connection) implements ObjectChange<Subscription> {

        @Override
        public Subscription of(Subscription before) {
            return before.connecting(connection);
        }
    }

    private record Publications(Set<String> names) implements ObjectChange<Subscription> {

        @Override
        public Subscription of(Subscription before) {
            return before.to(names);
        }
    }

    private record Enabling(boolean enabled) implements ObjectChange<Subscription> {

        @Override
        public Subscription of(Subscription before) {
            return before.enabled(enabled);
        }
    }

    private record Slotting(Optional<String> slot) implements ObjectChange<Subscription> {

        @Override
        public Subscription of(Subscription before) {
            return before.slot(slot);
        }
    }

    private record Choosing(String option, String value) implements ObjectChange<Subscription> {

        @Override
        public Subscription of(Subscription before) {
            return before.option(option, value);
        }
    }

    /** The words for changing a subscription. */
    public static final class Alteration {

        private final ObjectId<Subscription> subscription;
        private final Changes changes;

        private Alteration(ObjectId<Subscription> subscription, Changes changes) {
            this.subscription = subscription;
            this.changes = changes;
        }

        private Alteration record(ObjectChange<Subscription> change) {
            changes.add(new AlterObject<>(subscription, change));
            return this;
        }

        /** Reaches the other server like that. */
        public Alteration connection(String connection) {
            return record(new Connecting(connection));
        }

        /** Takes what these publications publish and nothing else; {@code refresh publication} makes it known to the tables. */
        public Alteration publications(String... names) {
            return record(new Publications(new LinkedHashSet<>(List.of(names))));
        }

        /** Takes changes from now on. */
        public Alteration enable() {
            return record(new Enabling(true));
        }

        /** Takes no changes any more. */
        public Alteration disable() {
            return record(new Enabling(false));
        }

        /** Uses another replication slot. */
        public Alteration slot(String name) {
            return record(new Slotting(Optional.of(name)));
        }

        /** Has an option. */
        public Alteration option(String option, String value) {
            return record(new Choosing(option, value));
        }
    }
}

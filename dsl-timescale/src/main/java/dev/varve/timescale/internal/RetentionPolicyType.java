package dev.varve.timescale.internal;

import dev.varve.timescale.model.RetentionPolicy;

/** When chunks are dropped. */
final class RetentionPolicyType extends PolicyType<RetentionPolicy> {

    RetentionPolicyType() {
        super(RetentionPolicy.class, "policy_retention", "drop", RetentionPolicy::new);
    }
}

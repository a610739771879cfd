package dev.varve.timescale.internal;

import dev.varve.timescale.model.CompressionPolicy;

/** When chunks are compressed. */
final class CompressionPolicyType extends PolicyType<CompressionPolicy> {

    CompressionPolicyType() {
        super(CompressionPolicy.class, "policy_compression", "compress", CompressionPolicy::new);
    }
}

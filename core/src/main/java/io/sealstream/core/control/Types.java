package io.sealstream.core.control;

/** The event types of control events. */
final class Types {
    static final String GENESIS = "sealstream.genesis";
    static final String POLICY_NOTED = "sealstream.policy.noted";
    static final String KEY_ADDED = "sealstream.key.added";
    static final String KEY_REVOKED = "sealstream.key.revoked";
    static final String TOPIC_REPLACED = "sealstream.topic.replaced";

    private Types() {}
}

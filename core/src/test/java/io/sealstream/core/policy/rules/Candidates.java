package io.sealstream.core.policy.rules;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionRule;
import io.sealstream.core.policy.Candidate;
import io.sealstream.core.policy.RuleSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules' tests share: candidates, and rules with settings. */
final class Candidates {
    private Candidates() {}

    static AdmissionCheck configured(AdmissionRule rule, Map<String, String> settings) {
        return rule.configured(new RuleSettings(settings));
    }

    static Candidate ofType(String type) {
        return candidate(type, Payload.inline(Bytes.EMPTY), Map.of(), null, 0);
    }

    static Candidate with(Map<String, String> metadata) {
        return candidate("t", Payload.inline(Bytes.EMPTY), metadata, null, 0);
    }

    static Candidate with(Payload payload) {
        return candidate("t", payload, Map.of(), null, 0);
    }

    static Candidate by(@Nullable String key, long appendedAtMs) {
        return candidate("t", Payload.inline(Bytes.EMPTY), Map.of(), key == null ? null : new KeyId(key), appendedAtMs);
    }

    private static Candidate candidate(
            String type, Payload payload, Map<String, String> metadata, @Nullable KeyId key, long appendedAtMs) {
        Event event = new Event(new EventId("e"), new EventType(type), 0, 0, payload, Metadata.of(metadata));
        return new Candidate(event, key, appendedAtMs);
    }
}

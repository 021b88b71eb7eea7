package io.sealstream.topology;

import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.policy.Judgement;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/** Does what an event's payload says, and fails where it says nothing of the kind. Another rule allows everything. */
final class PayloadPolicy {
    static final AdmissionPolicy POLICY = policy();

    private PayloadPolicy() {}

    private static AdmissionPolicy policy() {
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        rules.put("payload", candidate -> judge(candidate.event()));
        rules.put("other", candidate -> Judgement.allow());
        return new AdmissionPolicy(rules, List.of("payload"));
    }

    private static Judgement judge(Event event) {
        byte[] payload = Objects.requireNonNull(event.payload().inline()).toByteArray();
        return new Judgement(
                AdmissionOutcome.ofJsonName(new String(payload, StandardCharsets.UTF_8))
                        .orElseThrow(),
                "told so");
    }

    /** What must be noted about {@code event}. */
    static PolicyNoted noted(SealedEvent event, PolicyNoted.Outcome outcome) {
        return new PolicyNoted(
                event.sequence(),
                outcome,
                List.of(new PolicyNoted.Note("payload", "told so")),
                List.of(new RuleRemark("other", "Allow", "")));
    }
}

package io.sealstream.core.policy.rules;

import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionRule;
import io.sealstream.core.policy.Judgement;
import io.sealstream.core.policy.RuleSettings;

/** {@code payload.max}: how large a payload may be, also one that is kept elsewhere, by the length that its event states. */
public final class MaximumPayload implements AdmissionRule {
    @Override
    public String id() {
        return "payload.max";
    }

    @Override
    public AdmissionCheck configured(RuleSettings settings) {
        long limit = settings.integer("bytes", 0, Long.MAX_VALUE);
        AdmissionOutcome outcome = settings.outcome();
        return candidate -> {
            long length = candidate.event().payload().length();
            return length <= limit
                    ? Judgement.allow()
                    : new Judgement(outcome, "the payload has " + length + " bytes, " + limit + " are allowed");
        };
    }
}

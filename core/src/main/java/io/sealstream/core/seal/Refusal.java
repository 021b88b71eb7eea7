package io.sealstream.core.seal;

import io.sealstream.core.Sequence;
import io.sealstream.core.policy.AdmissionDecision;
import io.sealstream.core.policy.AdmissionOutcome;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a record is not sealed.
 *
 * @param original the sequence that was sealed under the same event id, else null
 * @param decision of the admission policy; one that allows where the policy has nothing to do with it
 */
record Refusal(RejectReason reason, String detail, @Nullable Sequence original, AdmissionDecision decision) {
    private static final int MAX_DETAIL_LENGTH = 1_000;

    /** Cuts {@code detail}: it can quote what a producer wrote, and the rejected record must fit its topic. */
    Refusal {
        if (detail.length() > MAX_DETAIL_LENGTH) {
            int end = MAX_DETAIL_LENGTH - (Character.isHighSurrogate(detail.charAt(MAX_DETAIL_LENGTH - 1)) ? 1 : 0);
            detail = detail.substring(0, end) + '…';
        }
    }

    Refusal(RejectReason reason, String detail, Sequence original) {
        this(reason, detail, original, AdmissionDecision.ALLOWED);
    }

    Refusal(RejectReason reason, String detail) {
        this(reason, detail, null, AdmissionDecision.ALLOWED);
    }

    /** @param decision one that holds the event back */
    static Refusal of(AdmissionDecision decision) {
        boolean quarantine = decision.outcome() == AdmissionOutcome.QUARANTINE;
        String detail = decision.contributing().stream()
                .map(contribution -> contribution.rule() + ": " + contribution.reason())
                .collect(Collectors.joining("; "));
        return new Refusal(
                quarantine ? RejectReason.QUARANTINED : RejectReason.POLICY_REJECTED, detail, null, decision);
    }

    static Refusal invalid(String detail) {
        return new Refusal(RejectReason.INVALID, detail);
    }
}

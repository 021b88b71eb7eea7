package io.sealstream.core.seal;

import io.sealstream.core.control.Certification;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.policy.AdmissionDecision;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.policy.Candidate;
import io.sealstream.core.policy.Contribution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the admission policy, and writes down what it said. */
final class Admission {
    private final AdmissionPolicy policy;
    private final ChainHash chainHash;

    Admission(AdmissionPolicy policy, ChainHash chainHash) {
        this.policy = policy;
        this.chainHash = chainHash;
    }

    /**
     * A control event needs a root key's certificate, and nothing besides: a policy that is wrong must not be able to lock
     * out the revocation of a key.
     */
    AdmissionDecision decide(SealerState state, CertifiedEvent certified, long appendedAtMs) {
        if (certified.event().eventType().isControl()) {
            return AdmissionDecision.ALLOWED;
        }
        boolean verified = state.ledger().certification() == Certification.REQUIRED;
        Certificate certificate = verified ? certified.certificate() : null;
        KeyId key = certificate == null ? null : certificate.keyId();
        return policy.decide(new Candidate(certified.event(), key, appendedAtMs));
    }

    /** The record that says so behind the head of {@code state}, the event that it is about; null where nothing is noted. */
    @Nullable
    SealedEvent note(SealerState state, AdmissionDecision decision) {
        if (!decision.outcome().isNoted()) {
            return null;
        }
        LedgerHead about = state.head();
        PolicyNoted noted = new PolicyNoted(
                about.sequence(),
                decision.outcome() == AdmissionOutcome.WARN
                        ? PolicyNoted.Outcome.WARN
                        : PolicyNoted.Outcome.BREAK_GLASS,
                decision.contributing().stream()
                        .map(c -> new PolicyNoted.Note(c.rule(), c.reason()))
                        .toList(),
                remarks(decision.discarded()));
        Event event = new Event(
                PolicyNoted.eventId(about.sequence()),
                PolicyNoted.TYPE,
                about.sealedAtMs(),
                0,
                Payload.inline(noted.toPayload()),
                Metadata.EMPTY);
        CertifiedEvent certified = new CertifiedEvent(event, null);
        SealHeader header = new SealHeader(
                state.ledger().hash(),
                about.sequence().next(),
                about.eventHash(),
                about.sealedAtMs(),
                IntakePosition.NONE,
                event.digest(),
                certified.certificateDigest());
        return SealedEvent.seal(header, chainHash, certified);
    }

    static List<RuleRemark> remarks(List<Contribution> contributions) {
        return contributions.stream()
                .map(c -> new RuleRemark(c.rule(), c.outcome().jsonName(), c.reason()))
                .toList();
    }
}

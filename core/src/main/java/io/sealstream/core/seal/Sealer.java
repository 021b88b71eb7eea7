package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.policy.AdmissionDecision;
import io.sealstream.core.policy.AdmissionPolicy;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of an intake record. Comments number the steps as docs/operations.md does under "Outcomes". */
public final class Sealer {
    private final ChainHash chainHash;
    private final EventIndex index;
    private final SealingLimits limits;
    private final FieldCheck fields;
    private final CertificateCheck certificates;
    private final Admission admission;

    public Sealer(
            ChainHash chainHash,
            EventIndex index,
            CertificateVerifier certificates,
            SealingLimits limits,
            AdmissionPolicy policy) {
        this.chainHash = chainHash;
        this.index = index;
        this.limits = limits;
        this.fields = new FieldCheck(limits);
        this.certificates = new CertificateCheck(certificates);
        this.admission = new Admission(policy, chainHash);
    }

    /**
     * The one outcome of {@code record}.
     *
     * @param nowMs the sealer's clock; milliseconds since 1970-01-01T00:00:00Z
     */
    public SealingStep seal(SealerState state, IntakeRecord record, long nowMs) {
        // 1. What can't be read is rejected as it came.
        if (record.key() == null || record.value() == null) {
            String missing = record.key() == null ? "the record has no key" : "the record has no value: a tombstone";
            return reject(state, record, nowMs, null, new Refusal(RejectReason.MALFORMED, missing));
        }
        return switch (record.content()) {
            case IntakeRecord.Content.Malformed malformed ->
                reject(state, record, nowMs, null, new Refusal(RejectReason.MALFORMED, malformed.reason()));
            case IntakeRecord.Content.Decoded decoded -> seal(state, record, decoded, nowMs);
        };
    }

    private SealingStep seal(SealerState state, IntakeRecord record, IntakeRecord.Content.Decoded decoded, long nowMs) {
        CertifiedEvent certified = decoded.certified();
        Event event = certified.event();
        // 2. Limits, field rules and reserved names.
        Refusal refusal = fields.check(record, certified, state.ledger().certification());
        ControlEvent control = null;
        if (refusal == null && event.eventType().isControl()) {
            switch (ControlPayload.read(event)) {
                case ControlPayload.Valid valid -> control = valid.control();
                case ControlPayload.UnknownType unknown -> refusal = Refusal.invalid(unknown.reason());
                case ControlPayload.Invalid invalid -> refusal = Refusal.invalid(invalid.reason());
            }
        }
        if (refusal == null && state.awaitsTopicReplaced() && !(control instanceof TopicReplaced)) {
            refusal = Refusal.invalid(
                    "the ledger was moved to other topics; a sealstream.topic.replaced must come first");
        }
        if (refusal != null) {
            return reject(state, record, nowMs, event.eventId(), refusal);
        }
        // 3. Uniqueness before the deadline: a late retry still learns where its event was sealed.
        Hash digest = decoded.eventDigest();
        long sealedAtMs = Math.max(nowMs, state.head().sealedAtMs());
        refusal = unique(event.eventId(), digest);
        if (refusal == null) {
            refusal = deadline(record, event, sealedAtMs);
        }
        // 4. The certificate, and what a control event asks for.
        if (refusal == null) {
            refusal = certificates.check(state.ledger(), state.keys(), decoded);
        }
        if (refusal == null && control != null) {
            refusal = certificates.check(state, control);
        }
        if (refusal != null) {
            return reject(state, record, nowMs, event.eventId(), refusal);
        }
        // 5. The admission policy.
        AdmissionDecision decision = admission.decide(state, certified, record.appendedAtMs());
        if (decision.outcome().holdsBack()) {
            return reject(state, record, nowMs, event.eventId(), Refusal.of(decision));
        }
        // 6. Sealed, with what the policy remarked right behind.
        SealHeader header = new SealHeader(
                state.ledger().hash(),
                state.head().sequence().next(),
                state.head().eventHash(),
                sealedAtMs,
                IntakePosition.at(record.offset()),
                digest,
                certified.certificateDigest());
        SealedEvent sealed = SealedEvent.seal(header, chainHash, certified);
        SealerState next = state.sealed(sealed, control);
        SealedEvent note = admission.note(next, decision);
        return new SealingStep(new Outcome.Sealed(sealed, digest), note, note == null ? next : next.sealed(note, null));
    }

    private @Nullable Refusal unique(EventId eventId, Hash digest) {
        EventIndex.Entry entry = index.find(eventId).orElse(null);
        if (entry == null) {
            return null;
        }
        return entry.eventDigest().equals(digest)
                ? new Refusal(RejectReason.DUPLICATE, "sealed before as " + entry.sequence(), entry.sequence())
                : new Refusal(
                        RejectReason.EVENT_ID_CONFLICT,
                        "another event was sealed under this event_id as " + entry.sequence(),
                        entry.sequence());
    }

    private static @Nullable Refusal deadline(IntakeRecord record, Event event, long sealedAtMs) {
        if (event.sealBeforeMs() != 0 && event.sealBeforeMs() < sealedAtMs) {
            return expired("seal_before", event.sealBeforeMs(), sealedAtMs);
        }
        Bytes deadline = record.deadline();
        long deadlineMs = deadline == null
                ? Long.MAX_VALUE
                : ByteBuffer.wrap(deadline.unsafeArray()).getLong();
        return deadlineMs < sealedAtMs ? expired(IntakeRecord.DEADLINE_HEADER, deadlineMs, sealedAtMs) : null;
    }

    private static Refusal expired(String field, long deadlineMs, long sealedAtMs) {
        return new Refusal(
                RejectReason.EXPIRED,
                field + " " + deadlineMs + " is before " + sealedAtMs + ", when it would be sealed");
    }

    private SealingStep reject(
            SealerState state, IntakeRecord record, long nowMs, @Nullable EventId eventId, Refusal refusal) {
        RejectedEvent rejected = new RejectedEvent(
                refusal.reason(),
                refusal.detail(),
                state.actual().intakeTopicId(),
                IntakePosition.at(record.offset()),
                nowMs,
                eventId,
                refusal.original(),
                cut(record.key()),
                cut(record.value()),
                record.value() == null ? 0 : record.value().length(),
                Admission.remarks(refusal.decision().contributing()),
                Admission.remarks(refusal.decision().discarded()));
        return new SealingStep(new Outcome.Rejected(rejected), null, state.rejected(record.offset()));
    }

    private @Nullable Bytes cut(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.cutAt(limits.maxRejectedBytes());
    }
}

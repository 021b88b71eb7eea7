package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.IntakePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an intake record that was not sealed.
 *
 * @param detail for people: what was wrong, naming the field
 * @param intakeTopicId offsets mean something only within one topic
 * @param rejectedAtMs the sealer's clock; milliseconds since 1970-01-01T00:00:00Z
 * @param eventId null where the record could not be decoded
 * @param original the sequence of the event that this one repeats or conflicts with, else null
 * @param key the record's key, cut at the limit, or null where it had none
 * @param value the record's value, cut at the limit, or null where it had none
 * @param valueLength bytes of the whole value
 * @param contributing the rules of the admission policy that decided; empty where it did not
 * @param discarded what its other rules said
 */
public record RejectedEvent(
        RejectReason reason,
        String detail,
        String intakeTopicId,
        IntakePosition intake,
        long rejectedAtMs,
        @Nullable EventId eventId,
        @Nullable Sequence original,
        @Nullable Bytes key,
        @Nullable Bytes value,
        int valueLength,
        List<RuleRemark> contributing,
        List<RuleRemark> discarded) {
    public RejectedEvent {
        contributing = List.copyOf(contributing);
        discarded = List.copyOf(discarded);
    }
}

package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import java.util.Optional;

/** On a topic, the key is the sequence and the timestamp is sealed_at. */
final class FrameCheck {
    private FrameCheck() {}

    static void check(ReadEvent event, RecordFaults faults) {
        TopicFrame frame = event.frame();
        if (frame == null) {
            return;
        }
        Sequence sequence = event.sequence();
        if (!frame.keySequence().equals(Optional.of(sequence))) {
            faults.add(FaultKind.KEY_MISMATCH, hex(sequence), keyText(frame), "the record's key is not its sequence");
        }
        if (frame.timestampMs() != event.sealed().sealedAtMs()) {
            faults.add(
                    FaultKind.TIMESTAMP_MISMATCH,
                    event.sealed().sealedAtMs(),
                    frame.timestampMs(),
                    "the record's timestamp is not sealed_at");
        }
    }

    static String keyText(TopicFrame frame) {
        Bytes key = frame.key();
        return key == null ? "no key" : key.toString();
    }

    private static String hex(Sequence sequence) {
        return String.format("%016x", sequence.value());
    }
}

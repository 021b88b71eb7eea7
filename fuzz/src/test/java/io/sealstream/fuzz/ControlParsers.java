package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The payloads of control events, each input as the payload of each type. */
final class ControlParsers {
    private static final List<EventType> TYPES =
            List.of(Genesis.TYPE, PolicyNoted.TYPE, KeyAdded.TYPE, KeyRevoked.TYPE, TopicReplaced.TYPE);

    private ControlParsers() {}

    static List<Parser> all() {
        return List.of(new Parser("control-payload", samples(), input -> {
            boolean accepted = false;
            for (EventType type : TYPES) {
                accepted |= isAccepted(type, Bytes.of(input));
            }
            return accepted;
        }));
    }

    private static boolean isAccepted(EventType type, Bytes payload) {
        return switch (read(type, payload)) {
            case ControlPayload.Valid valid -> {
                assertThat(read(type, valid.control().toPayload())).isEqualTo(valid);
                yield true;
            }
            case ControlPayload.Invalid(String reason) -> {
                assertThat(reason).isNotBlank();
                yield false;
            }
            case ControlPayload.UnknownType unknown -> throw new AssertionError(unknown);
        };
    }

    private static ControlPayload read(EventType type, Bytes payload) {
        return ControlPayload.read(
                new Event(new EventId("control"), type, 0, 0, Payload.inline(payload), Metadata.EMPTY));
    }

    private static List<byte[]> samples() {
        List<byte[]> samples = new ArrayList<>();
        Samples.LEDGER.stream()
                .map(SealedEvent::event)
                .filter(event -> event.eventType().isControl())
                .map(event -> Objects.requireNonNull(event.payload().inline()).toByteArray())
                .forEach(samples::add);
        ControlEvent revoked = new KeyRevoked(Samples.KEY.keyId(), "lost");
        ControlEvent replaced = new TopicReplaced(new LedgerTopics("c", "i", "s"), "restored");
        samples.add(revoked.toPayload().toByteArray());
        samples.add(replaced.toPayload().toByteArray());
        return samples;
    }
}

package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.lines.BadLineException;
import io.sealstream.client.lines.EventLine;
import io.sealstream.client.lines.EventLines;
import io.sealstream.client.lines.EventParser;
import io.sealstream.core.Bytes;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.EventRules;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code submit} reads: each line is an event that can be sealed, or is refused alone. */
final class LineParsers {
    private static final Codec<CertifiedEvent> CODEC = new CertifiedEventCodec();

    private LineParsers() {}

    static List<Parser> all() {
        List<byte[]> samples = Stream.of("""
                        {"event_id":"e-1","event_type":"booked","occurred_at":"2026-01-31T12:00:00Z","payload":{"a":[1.5,null]},\
                        "metadata":{"k":"ä"}}
                        """, """
                        {"event_id":"e-2","occurred_at":1760000000000,"seal_before":1760000060000,"payload_base64":"aGVsbG8=",\
                        "payload_salt":"AQI="}

                        {"event_id":"e-3","occurred_at":0,"payload_ref":"s3://b/o","payload_length":5,"payload_commitment":"%s"}
                        """.formatted("cc".repeat(32)))
                .map(lines -> lines.getBytes(StandardCharsets.UTF_8))
                .toList();
        return List.of(new Parser("event-lines", samples, LineParsers::allAreEvents));
    }

    private static boolean allAreEvents(byte[] input) throws IOException {
        boolean good = true;
        try (EventLines lines = new EventLines(new ByteArrayInputStream(input), new EventParser(() -> Bytes.EMPTY))) {
            for (int line = 0; line <= input.length + 1; line++) {
                try {
                    Optional<EventLine> next = lines.next();
                    if (next.isEmpty()) {
                        return good;
                    }
                    requireSealable(new CertifiedEvent(next.get().event(), null));
                } catch (BadLineException e) {
                    good = false;
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
        throw new AssertionError("more lines than bytes");
    }

    private static void requireSealable(CertifiedEvent certified) {
        assertThat(EventRules.violation(certified)).isEmpty();
        assertThat(CODEC.decode(CODEC.encode(certified))).isEqualTo(new Decoding.Decoded<>(certified));
    }
}

package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The topics' values, and the lines of an export. */
final class RecordParsers {
    private static final Codec<SealedEvent> SEALED = new SealedEventCodec();

    private RecordParsers() {}

    static List<Parser> all() {
        return List.of(
                avro(
                        "certified-event",
                        new CertifiedEventCodec(),
                        Samples.LEDGER.stream().map(SealedEvent::certified)),
                avro("sealed-event", SEALED, Samples.LEDGER.stream()),
                avro(
                        "rejected-event",
                        new RejectedEventCodec(),
                        Stream.of(RejectReason.values()).map(RecordParsers::rejected)),
                json());
    }

    private static <T> Parser avro(String name, Codec<T> codec, Stream<T> samples) {
        return new Parser(name, samples.map(codec::encode).toList(), input -> switch (codec.decode(input)) {
            case Decoding.Decoded<T> decoded -> {
                assertThat(codec.decode(codec.encode(decoded.value()))).isEqualTo(decoded);
                yield true;
            }
            case Decoding.Malformed<T>(String reason) -> refused(reason);
        });
    }

    /** What a line says can be put into a topic too, and comes back as the same. */
    private static Parser json() {
        List<byte[]> samples = Samples.LINES.stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
        return new Parser("ledger-json", samples, input -> switch (LedgerJson.read(Bytes.of(input))) {
            case Decoding.Decoded<SealedEvent> decoded -> {
                String line = LedgerJson.write(decoded.value());
                assertThat(LedgerJson.read(Bytes.utf8(line))).isEqualTo(decoded);
                assertThat(SEALED.decode(SEALED.encode(decoded.value()))).isEqualTo(decoded);
                yield true;
            }
            case Decoding.Malformed<SealedEvent>(String reason) -> refused(reason);
        });
    }

    private static RejectedEvent rejected(RejectReason reason) {
        boolean known = reason != RejectReason.MALFORMED;
        return new RejectedEvent(
                reason,
                "why",
                "AAAAAAAAAAAAAAAAAAAAAA",
                IntakePosition.at(3),
                1_760_000_000_000L,
                known ? new EventId("event") : null,
                known ? new Sequence(7) : null,
                Bytes.utf8("event"),
                Bytes.utf8("value"),
                100_000,
                List.of(new RuleRemark("rule", "Reject", "why")),
                List.of());
    }

    private static boolean refused(String reason) {
        assertThat(reason).as("the reason of a refusal").isNotBlank();
        return false;
    }
}

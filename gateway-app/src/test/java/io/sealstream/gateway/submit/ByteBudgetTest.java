package io.sealstream.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {
    private final ByteBudget budget = new ByteBudget(100);

    @Test
    void moreThanItsSizeIsRefused() {
        budget.take(60);

        assertThat(budget.take(41)).isFalse();
    }

    @Test
    void whatWasRefusedTakesNothing() {
        budget.take(60);
        budget.take(41);

        assertThat(budget.take(40)).isTrue();
    }

    @Test
    void whatWasGivenBackCanBeTakenAgain() {
        budget.take(100);
        budget.giveBack(100);

        assertThat(budget.take(100)).isTrue();
    }

    /** 4 MiB of metadata in 64 entries, a signature and a batch proof. */
    @Test
    void whatAnEventHasBesideItsPayloadCounts() {
        Event small = new Event(
                new EventId("a"), new EventType("b"), 0, 0, Payload.inline(Bytes.utf8("payload")), metadata(0, ""));
        Event large =
                new Event(small.eventId(), small.eventType(), 0, 0, small.payload(), metadata(64, "x".repeat(65_536)));
        Certificate certificate = new Certificate(
                SignatureAlgorithm.OPAQUE,
                new KeyId(""),
                Bytes.wrap(new byte[8_192]),
                new BatchProof(0, 1, Collections.nCopies(63, Sha256.of(new byte[0]))));

        long bytes =
                ByteBudget.of(new CertifiedEvent(large, certificate)) - ByteBudget.of(new CertifiedEvent(small, null));

        assertThat(bytes).isGreaterThan((4 << 20) + 8_192 + 63 * 32);
    }

    private static Metadata metadata(int entries, String value) {
        return Metadata.of(IntStream.range(0, entries).boxed().collect(Collectors.toMap(i -> "key" + i, i -> value)));
    }

    @Test
    void oneHasRoomHoweverLargeItIs() {
        assertThat(budget.take(1_000)).isTrue();
    }
}

package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
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
import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.policy.Judgement;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.Outcome;
import io.sealstream.core.seal.Sealer;
import io.sealstream.core.seal.SealerState;
import io.sealstream.core.seal.SealingLimits;
import io.sealstream.core.seal.SealingStep;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The core counts an upper bound of what the encoded record takes, and the producer and the topics are set up by it: a
 * record over it would end the sealer at each start.
 */
class EncodedSizeTest {
    private static final long LATE_MS = Long.MAX_VALUE;
    private static final int ROOM = 700;

    private final TestLedger ledger = new TestLedger();
    private final OutcomeEncoder encoder = new OutcomeEncoder(LedgerCodecs.avro());

    static Stream<CertifiedEvent> events() {
        Payload large = Payload.inline(Bytes.wrap(new byte[500_000]), Bytes.wrap(new byte[32]));
        Payload elsewhere = Payload.at("s".repeat(2048), Long.MAX_VALUE, Hash.ZERO);
        return Stream.of(
                TestLedger.event("e"),
                event(large, Map.of(), null),
                event(large, metadata(), null),
                event(elsewhere, metadata(), certificate(8192, 63)),
                event(large, metadata(), certificate(8192, 63)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void noSealedRecordIsLargerThanItsLimit(CertifiedEvent event) {
        int smallest = smallestLimitThatSeals(event);

        byte[] value = encode(seal(event, smallest)).value();

        assertThat(value.length)
                .isBetween(smallest - ROOM - 20 * event.event().metadata().size(), smallest);
    }

    /** Whatever a producer writes, its rejection fits where the sealed records fit. */
    @Test
    void noRejectedRecordIsLargerThanASealedOneMayBe() {
        String longest = "x".repeat(65_535);
        Event event = new Event(
                new EventId(longest),
                new EventType(longest),
                -1,
                -1,
                Payload.at(longest, -1, Hash.ZERO),
                Metadata.EMPTY);

        byte[] value = encode(seal(new CertifiedEvent(event, null), SealingLimits.DEFAULT.maxSealedBytes()))
                .value();

        assertThat(value.length).isLessThan(SealingLimits.DEFAULT.maxSealedBytes() / 2);
    }

    /** Beside key and value, which have limits of their own; topics and producer are set up with more room than that. */
    @ParameterizedTest
    @ValueSource(strings = {"Warn", "BreakGlass", "Quarantine", "Reject"})
    void whatAPolicySaysAtItsLongestFitsBesideEverythingElse(String outcome) {
        SealingStep step = step(TestLedger.event("e"), SealingLimits.DEFAULT, longWinded(outcome));

        OutcomeEncoder.Encoded last = encoder.encode(step).getLast();

        assertThat(last.record().value().length)
                .isLessThan((step.note() == null ? SealingLimits.DEFAULT.maxRejectedBytes() : 0)
                        + AdmissionPolicy.MAX_WRITTEN_BYTES);
    }

    /** As many rules as there can be, which all say as much as they can. */
    private static AdmissionPolicy longWinded(String outcome) {
        Judgement longest = new Judgement(
                AdmissionOutcome.ofJsonName(outcome).orElseThrow(), "\uffff".repeat(Judgement.MAX_REASON_LENGTH));
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        for (int i = 0; i < AdmissionPolicy.MAX_RULES; i++) {
            Judgement judgement = i % 2 == 0 ? longest : new Judgement(AdmissionOutcome.ALLOW, longest.reason());
            rules.put("r".repeat(62) + (10 + i), candidate -> judgement);
        }
        return new AdmissionPolicy(rules, List.of());
    }

    private int smallestLimitThatSeals(CertifiedEvent event) {
        int refused = 0;
        int taken = SealingLimits.DEFAULT.maxSealedBytes();
        while (taken - refused > 1) {
            int middle = (refused + taken) >>> 1;
            if (seal(event, middle) instanceof Outcome.Sealed) {
                taken = middle;
            } else {
                refused = middle;
            }
        }
        return taken;
    }

    private Outcome seal(CertifiedEvent event, int maxSealedBytes) {
        SealingLimits limits = new SealingLimits(
                SealingLimits.DEFAULT.maxPayloadBytes(), maxSealedBytes, SealingLimits.DEFAULT.maxRejectedBytes());
        return step(event, limits, AdmissionPolicy.NONE).outcome();
    }

    private SealingStep step(CertifiedEvent event, SealingLimits limits, AdmissionPolicy policy) {
        Sealer sealer = new Sealer(
                TestLedger.SHA_256, id -> Optional.empty(), ledger.setup().certificates(), limits, policy);
        Bytes key = Bytes.utf8(event.event().eventId().value());
        IntakeRecord record = new IntakeRecord(
                Long.MAX_VALUE, 0, key, Bytes.wrap(new byte[1_000_000]), null, new IntakeRecord.Content.Decoded(event));
        return sealer.seal(state(), record, LATE_MS);
    }

    /** As far on as a ledger can be, where every number is at its longest. */
    private SealerState state() {
        KeyRegister keys = ledger.follower.followed().keys();
        LedgerHead head = new LedgerHead(new Sequence(Long.MAX_VALUE - 2), Hash.ZERO, LATE_MS, 0);
        return new SealerState(ledger.follower.settings(), head, keys, TestLedger.TOPICS, TestLedger.TOPICS);
    }

    private Record<byte[], byte[]> encode(Outcome outcome) {
        return encoder.encode(new SealingStep(outcome, null, state()))
                .getFirst()
                .record();
    }

    private static CertifiedEvent event(
            Payload payload, Map<String, String> metadata, @Nullable Certificate certificate) {
        Event event = new Event(
                new EventId("i".repeat(256)),
                new EventType("t".repeat(256)),
                Long.MAX_VALUE,
                LATE_MS,
                payload,
                Metadata.of(metadata));
        return new CertifiedEvent(event, certificate);
    }

    private static Certificate certificate(int signatureBytes, int pathLength) {
        return new Certificate(
                SignatureAlgorithm.ML_DSA_65,
                new KeyId("k".repeat(128)),
                Bytes.wrap(new byte[signatureBytes]),
                new BatchProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, Collections.nCopies(pathLength, Hash.ZERO)));
    }

    private static Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        for (int i = 0; i < 64; i++) {
            metadata.put("k".repeat(200) + i, "é".repeat(300));
        }
        return metadata;
    }
}

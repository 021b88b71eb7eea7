package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.vectors.Vectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledgers of the vectors, event by event through the sealer: it makes the good one, and none of the bad ones. */
class LedgerVectorsResealedTest {
    private final Map<EventId, EventIndex.Entry> index = new HashMap<>();
    private final Sealer sealer = new Sealer(
            TestLedger.SHA_256,
            id -> Optional.ofNullable(index.get(id)),
            TestLedger.CERTIFICATES,
            SealingLimits.DEFAULT,
            AdmissionPolicy.NONE);

    @Test
    void makesTheValidLedgerToTheLastByte() {
        List<SealedEvent> valid = Vectors.ledger("valid");

        List<Outcome> outcomes = reseal(valid);

        assertThat(outcomes)
                .containsExactlyElementsOf(valid.stream()
                        .skip(1)
                        .<Outcome>map(record ->
                                new Outcome.Sealed(record, record.event().digest()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "payload-flipped, 16, INVALID",
        "payload-missing, 16, INVALID",
        "reserved-id, 16, INVALID",
        "salt-beside-reference, 4, INVALID",
        "event-event-type, 16, SIGNATURE_INVALID",
        "event-occurred-at, 16, SIGNATURE_INVALID",
        "event-seal-before, 16, SIGNATURE_INVALID",
        "event-metadata, 16, SIGNATURE_INVALID",
        "event-id-twice, 16, EVENT_ID_CONFLICT",
        "duplicated-record, 17, DUPLICATE",
        "sealed-after-deadline, 16, EXPIRED",
        "certificate-missing, 16, CERTIFICATE_MISSING",
        "unknown-key, 16, KEY_UNKNOWN",
        "revoked-key-used, 17, KEY_REVOKED",
        "key-out-of-scope, 16, KEY_NOT_AUTHORIZED",
        "root-certifies-event, 16, KEY_NOT_AUTHORIZED",
        "key-added-by-producer, 16, KEY_NOT_AUTHORIZED",
        "forged-signature, 16, SIGNATURE_INVALID",
        "certificate-of-another-ledger, 16, SIGNATURE_INVALID",
        "certificate-relabelled, 16, SIGNATURE_INVALID",
        "batch-index, 6, SIGNATURE_INVALID",
        "batch-size, 6, SIGNATURE_INVALID",
        "batch-path, 6, SIGNATURE_INVALID",
        "key-id-reused, 16, INVALID",
        "public-key-reused, 16, INVALID",
        "key-of-small-order, 16, INVALID",
        "key-of-order-two, 16, INVALID",
        "last-root-revoked, 16, INVALID",
        "second-genesis, 16, INVALID",
        "control-uncertified, 3, INVALID",
    })
    void rejectsWhatMadeAVectorBad(String vector, int firstBad, RejectReason reason) {
        List<Outcome> outcomes = reseal(Vectors.ledger(vector));

        List<Optional<RejectReason>> reasons =
                outcomes.stream().map(LedgerVectorsResealedTest::reason).toList();
        assertThat(reasons.subList(0, firstBad - 1)).containsOnly(Optional.empty());
        assertThat(reasons.get(firstBad - 1)).hasValue(reason);
    }

    private static Optional<RejectReason> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sealed sealed -> Optional.empty();
            case Outcome.Rejected rejected -> Optional.of(rejected.event().reason());
        };
    }

    /** Seals the events of {@code records} behind the first one, each at the time that its record has. */
    private List<Outcome> reseal(List<SealedEvent> records) {
        SealerState state = start(records.getFirst());
        List<Outcome> outcomes = new ArrayList<>();
        for (SealedEvent record : records.subList(1, records.size())) {
            SealingStep step = isPolicyNote(record)
                    ? adopt(state, record)
                    : sealer.seal(state, intake(record), record.sealedAtMs());
            if (step.outcome() instanceof Outcome.Sealed(SealedEvent sealed, Hash digest)) {
                index.put(sealed.event().eventId(), new EventIndex.Entry(sealed.sequence(), digest));
            }
            outcomes.add(step.outcome());
            state = step.next();
        }
        return outcomes;
    }

    private static boolean isPolicyNote(SealedEvent record) {
        return record.event().eventType().equals(PolicyNoted.TYPE);
    }

    /** Their policy notes are about control events, which this sealer's policy leaves alone: taken over as they stand. */
    private static SealingStep adopt(SealerState state, SealedEvent note) {
        LedgerHead head = new LedgerHead(
                note.sequence(),
                note.eventHash(),
                note.sealedAtMs(),
                state.head().intakeOffset());
        return new SealingStep(
                new Outcome.Sealed(note, note.event().digest()),
                null,
                new SealerState(state.ledger(), head, state.keys(), state.named(), state.actual()));
    }

    private SealerState start(SealedEvent record) {
        ControlPayload.Valid read = (ControlPayload.Valid) ControlPayload.read(record.event());
        Genesis genesis = (Genesis) read.control();
        index.put(
                record.event().eventId(),
                new EventIndex.Entry(record.sequence(), record.event().digest()));
        return new SealerState(
                LedgerSettings.of(record, genesis),
                LedgerHead.atGenesis(record.eventHash(), record.sealedAtMs()),
                KeyRegister.of(genesis),
                genesis.topics(),
                genesis.topics());
    }

    private static IntakeRecord intake(SealedEvent record) {
        return new IntakeRecord(
                record.intake().offset(),
                record.sealedAtMs(),
                Bytes.utf8(record.event().eventId().value()),
                Bytes.utf8("encoded"),
                null,
                new IntakeRecord.Content.Decoded(record.certified()));
    }
}

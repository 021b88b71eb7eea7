package io.sealstream.core.verify;

import static io.sealstream.core.verify.LedgerBuilder.ledger;
import static io.sealstream.core.verify.Verifications.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hash, payload, fields, event ids: each rule broken in a ledger that is right otherwise. */
class ContentRulesTest {
    private static final Event EVENT = Events.ordinary("event-2");
    private static final Payload PAYLOAD = EVENT.payload();

    /** A ledger that has {@code event}, well certified and sealed, at sequence 2. */
    private static LedgerBuilder sealed(Event event) {
        return ledger().certified(Keys.PRODUCER, event).events(1);
    }

    private static LedgerBuilder sealed(Payload payload) {
        return sealed(Events.withPayload(EVENT, payload));
    }

    @Test
    void aFieldThatWasChangedGivesAnotherHash() {
        LedgerBuilder ledger = sealed(EVENT);
        SealedEvent changed = Sealed.withSealedAt(ledger.records().get(2), LedgerBuilder.FIRST_MS + 5);
        assertThat(faults(ledger.with(2, changed))).containsExactly("2 EVENT_HASH_MISMATCH", "3 TIME_REGRESSION");
    }

    @Test
    void theFaultNamesTheHashThatTheFieldsGiveAndTheOneThatIsStored() {
        LedgerBuilder ledger = sealed(EVENT);
        SealedEvent original = ledger.records().get(2);
        var changed = ledger.with(2, Sealed.withEventHash(original, Hash.ZERO));
        Fault fault = Verifications.result(changed).faults().listed().getFirst();
        assertThat(fault.kind()).isEqualTo(FaultKind.EVENT_HASH_MISMATCH);
        assertThat(fault.expected()).isEqualTo(original.eventHash().hex());
        assertThat(fault.actual()).isEqualTo(Hash.ZERO.hex());
        assertThat(fault.offset()).isEqualTo(3);
    }

    @Test
    void aPayloadThatWasChangedIsNotTheCommittedOne() {
        Payload payload = new Payload(
                "", PAYLOAD.length(), PAYLOAD.commitment(), PAYLOAD.salt(), Bytes.utf8("payload of event-X"));
        assertThat(faults(sealed(payload).records())).containsExactly("2 PAYLOAD_MISMATCH");
    }

    @Test
    void aSaltThatWasChangedIsNotTheCommittedOne() {
        Payload payload = new Payload("", PAYLOAD.length(), PAYLOAD.commitment(), Bytes.utf8("SALT"), PAYLOAD.inline());
        assertThat(faults(sealed(payload).records())).containsExactly("2 PAYLOAD_MISMATCH");
    }

    @Test
    void aPayloadOfAnotherLengthThanStatedIsAMismatch() {
        Payload payload = new Payload("", 5, PAYLOAD.commitment(), PAYLOAD.salt(), PAYLOAD.inline());
        assertThat(faults(sealed(payload).records())).containsExactly("2 PAYLOAD_MISMATCH");
    }

    @Test
    void aPayloadThatIsNeitherInlineNorElsewhereIsMissing() {
        Payload payload = new Payload("", PAYLOAD.length(), PAYLOAD.commitment(), PAYLOAD.salt(), null);
        assertThat(faults(sealed(payload).records())).containsExactly("2 PAYLOAD_MISSING");
    }

    @Test
    void anEmptyPayloadIsAPayload() {
        assertThat(faults(sealed(Payload.inline(Bytes.EMPTY)).records())).isEmpty();
    }

    @Test
    void aPayloadElsewhereIsNotLookedAt() {
        Payload payload = Payload.at("s3://bucket/object", 7, Hash.ZERO);
        assertThat(faults(sealed(payload).records())).isEmpty();
    }

    @Test
    void nothingMayBeInlineBesideAReference() {
        Payload payload = new Payload("s3://bucket/object", 0, Hash.ZERO, Bytes.EMPTY, Bytes.EMPTY);
        assertThat(faults(sealed(payload).records())).containsExactly("2 INVALID");
    }

    @Test
    void noSaltMayStandBesideAReference() {
        Payload payload = new Payload("s3://bucket/object", 0, Hash.ZERO, Bytes.utf8("salt"), null);
        assertThat(faults(sealed(payload).records())).containsExactly("2 INVALID");
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 255})
    void aSaltOfMoreThan32BytesIsInvalidThoughItsCommitmentIsRight(int length) {
        Payload payload = Payload.inline(Bytes.utf8("x"), Bytes.wrap(new byte[length]));
        assertThat(faults(sealed(payload).records())).containsExactly("2 INVALID");
    }

    @Test
    void aSaltThatNoCommitmentCanHoldIsInvalid() {
        Payload payload = new Payload("", 1, Hash.ZERO, Bytes.wrap(new byte[256]), Bytes.utf8("x"));
        assertThat(faults(sealed(payload).records())).containsExactly("2 INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\nb", "\u007F", "sealstream.mine"})
    void anEventIdThatBreaksItsRuleIsInvalid(String id) {
        assertThat(faults(sealed(Events.withId(EVENT, id)).records())).containsExactly("2 INVALID");
    }

    @Test
    void anEventIdOfMoreThan256BytesIsInvalid() {
        assertThat(faults(sealed(Events.withId(EVENT, "é".repeat(128))).records()))
                .isEmpty();
        assertThat(faults(sealed(Events.withId(EVENT, "é".repeat(128) + "e")).records()))
                .containsExactly("2 INVALID");
    }

    @Test
    void anEventTypeWithControlCharactersIsInvalid() {
        assertThat(faults(sealed(Events.withType(EVENT, "a\tb")).records())).containsExactly("2 INVALID");
    }

    @Test
    void anEventTypeMayBeEmpty() {
        assertThat(faults(sealed(Events.withType(EVENT, "")).records())).isEmpty();
    }

    @Test
    void aReservedEventTypeThatIsNoControlEventIsInvalid() {
        Event event = Events.withType(EVENT, "sealstream.unheard.of");
        assertThat(faults(ledger().certified(Keys.ROOT, event).records())).containsExactly("2 INVALID");
    }

    @Test
    void aNegativeTimeOfOccurrenceIsInvalid() {
        assertThat(faults(sealed(Events.withOccurredAt(EVENT, -1)).records())).containsExactly("2 INVALID");
    }

    @Test
    void moreThan64EntriesOfMetadataAreInvalid() {
        Map<String, String> entries = new TreeMap<>();
        for (int i = 0; i < 65; i++) {
            entries.put("key-" + i, "value");
        }
        assertThat(faults(
                        sealed(Events.withMetadata(EVENT, Metadata.of(entries))).records()))
                .containsExactly("2 INVALID");
    }

    @Test
    void aNegativeTimeOfSealingIsInvalid() {
        LedgerBuilder ledger = LedgerBuilder.empty().at(-5).genesis(LedgerBuilder.genesis(Certification.REQUIRED));
        assertThat(faults(ledger.records())).containsExactly("0 INVALID");
    }

    @Test
    void anEventIdThatOccursTwiceIsADuplicate() {
        LedgerBuilder ledger = ledger().events(2).certified(Keys.PRODUCER, Events.ordinary("event-2"));
        assertThat(faults(ledger.records())).containsExactly("4 DUPLICATE_EVENT_ID");
    }

    @Test
    void aRecordWithSeveralFaultsReportsEach() {
        Payload payload = new Payload("", PAYLOAD.length(), PAYLOAD.commitment(), PAYLOAD.salt(), null);
        Event event = Events.withOccurredAt(Events.withPayload(Events.withId(EVENT, "event-3"), payload), -1);
        LedgerBuilder ledger = ledger().events(2).at(5).certified(Keys.SECOND_PRODUCER, event);
        assertThat(faults(ledger.with(4, Sealed.withEventHash(ledger.records().get(4), Hash.ZERO))))
                .containsExactlyInAnyOrder(
                        "4 PAYLOAD_MISSING",
                        "4 INVALID",
                        "4 TIME_REGRESSION",
                        "4 EVENT_HASH_MISMATCH",
                        "4 DUPLICATE_EVENT_ID",
                        "4 KEY_UNKNOWN");
    }
}

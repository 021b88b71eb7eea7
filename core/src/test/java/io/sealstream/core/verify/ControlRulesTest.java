package io.sealstream.core.verify;

import static io.sealstream.core.verify.LedgerBuilder.ledger;
import static io.sealstream.core.verify.Verifications.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlRulesTest {
    private static PolicyNoted note(long sequence) {
        return new PolicyNoted(
                new Sequence(sequence),
                PolicyNoted.Outcome.WARN,
                List.of(new PolicyNoted.Note("amount.high", "above the limit")));
    }

    private static KeyAdded added(String keyId, PublicKey key) {
        return new KeyAdded(new KeyId(keyId), key, KeyRole.PRODUCER, List.of());
    }

    @Test
    void aPolicyNoteStandsBehindTheRecordThatItIsAbout() {
        assertThat(faults(ledger().events(1).note(note(2)).events(1).records())).isEmpty();
    }

    @Test
    void aPolicyNoteIsAboutNoOtherRecord() {
        assertThat(faults(ledger().events(1).note(note(1)).records())).containsExactly("3 CONTROL_INVALID");
    }

    @Test
    void thePolicyNotesEventIdNamesTheRecordThatItIsAbout() {
        Event event = Events.withId(Events.control("?", note(2)), "sealstream.policy.noted.02");
        assertThat(faults(ledger().events(1).byTheLedger(event).records())).containsExactly("3 CONTROL_INVALID");
    }

    @Test
    void aPolicyNoteHasNoCertificate() {
        LedgerBuilder ledger = ledger().events(1);
        CertifiedEvent certified = new Certifier(ledger.ledgerId(), Keys.ROOT)
                .certify(Events.control("sealstream.policy.noted.2", note(2)));
        ledger.seal(certified, IntakePosition.NONE);
        assertThat(faults(ledger.records())).containsExactly("3 CONTROL_INVALID");
    }

    @Test
    void aPolicyNoteIsNotFromTheIntake() {
        LedgerBuilder ledger = ledger().events(1).uncertified(Events.control("sealstream.policy.noted.2", note(2)));
        assertThat(faults(ledger.records())).containsExactly("3 INTAKE_INVALID");
    }

    @Test
    void aKeyIdIsUsedOnce() {
        KeyAdded again = added("producer-1", Keys.SECOND_PRODUCER.publicKey());
        assertThat(faults(ledger().control(again).records())).containsExactly("2 KEY_REUSED");
    }

    @Test
    void aPublicKeyIsUsedOnce() {
        KeyAdded again = added("another", Keys.PRODUCER.publicKey());
        assertThat(faults(ledger().control(again).records())).containsExactly("2 KEY_REUSED");
    }

    @Test
    void aRevokedKeyIsNotAddedAgain() {
        LedgerBuilder ledger = ledger().control(Keys.revoke(Keys.PRODUCER))
                .control(added("another", Keys.PRODUCER.publicKey()))
                .control(added("producer-1", Keys.SECOND_PRODUCER.publicKey()));
        assertThat(faults(ledger.records())).containsExactly("3 KEY_REUSED", "4 KEY_REUSED");
    }

    @Test
    void theCheckpointKeyIsNoOtherKeyOfTheLedger() {
        assertThat(faults(ledger().control(added("another", Keys.CHECKPOINT.publicKey()))
                        .records()))
                .containsExactly("2 KEY_REUSED");
    }

    @Test
    void aKeyThatItsAlgorithmForbidsIsNotAdded() {
        PublicKey identity = new PublicKey(SignatureAlgorithm.ED25519, Bytes.ofHex("01" + "00".repeat(31)));
        PublicKey tooShort = new PublicKey(SignatureAlgorithm.ED25519, Bytes.ofHex("01"));
        LedgerBuilder ledger = ledger().control(added("a", identity)).control(added("b", tooShort));
        assertThat(faults(ledger.records())).containsExactly("2 CONTROL_INVALID", "3 CONTROL_INVALID");
    }

    @Test
    void aKeyThatWasNotAddedForAFaultCanBeAddedLater() {
        LedgerBuilder ledger = ledger().control(Keys.PRODUCER, Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER))
                .control(Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER))
                .certified(Keys.SECOND_PRODUCER, Events.ordinary("event"));
        assertThat(faults(ledger.records())).containsExactly("2 KEY_NOT_AUTHORIZED");
    }

    @Test
    void anUnknownOrRevokedKeyIsNotRevoked() {
        LedgerBuilder ledger = ledger().control(Keys.revoke(Keys.SECOND_PRODUCER))
                .control(Keys.revoke(Keys.PRODUCER))
                .control(Keys.revoke(Keys.PRODUCER));
        assertThat(faults(ledger.records())).containsExactly("2 CONTROL_INVALID", "4 CONTROL_INVALID");
    }

    @Test
    void theLastRootKeyIsNotRevoked() {
        LedgerBuilder ledger = ledger().control(Keys.revoke(Keys.ROOT))
                .control(Keys.add(Keys.SECOND_ROOT, KeyRole.ROOT))
                .control(Keys.revoke(Keys.ROOT))
                .control(Keys.SECOND_ROOT, Keys.revoke(Keys.SECOND_ROOT));
        assertThat(faults(ledger.records())).containsExactly("2 CONTROL_INVALID", "5 CONTROL_INVALID");
    }

    @Test
    void aControlEventWithAFaultOfItsOwnChangesNothing() {
        LedgerBuilder ledger = ledger().control(Keys.revoke(Keys.PRODUCER)).events(1);
        SealedEvent late = Sealed.rehash(Sealed.withSealedAt(ledger.records().get(2), 5));
        assertThat(faults(ledger.with(2, late))).containsExactly("2 TIME_REGRESSION", "3 CHAIN_BROKEN");
    }

    @Test
    void aGapBeforeAControlEventIsNoFaultOfItsOwn() {
        List<SealedEvent> records = new ArrayList<>(
                ledger().events(1).control(Keys.revoke(Keys.PRODUCER)).events(1).records());
        records.remove(2);
        assertThat(faults(records)).containsExactly("2 SEQUENCE_GAP", "4 KEY_REVOKED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sealstream.key.added      | {}
            sealstream.key.added      | no json
            sealstream.key.revoked    | {"key_id":"producer-1"}
            sealstream.key.revoked    | {"key_id":1,"reason":"r"}
            sealstream.key.revoked    | {"key_id":"producer-1","key_id":"producer-1","reason":"r"}
            sealstream.key.revoked    | {"key_id":"producer-1","reason":"r"} {}
            sealstream.topic.replaced | {"cluster_id":"c"}
            """)
    void aPayloadThatCannotBeReadIsInvalidAndChangesNothing(String type, String json) {
        Event event = Events.control("control", new EventType(type), Bytes.utf8(json));
        assertThat(faults(ledger().certified(Keys.ROOT, event).events(1).records()))
                .containsExactly("2 CONTROL_INVALID");
    }

    @Test
    void anUnreadablePolicyNoteIsInvalid() {
        Event event = Events.control("sealstream.policy.noted.1", PolicyNoted.TYPE, Bytes.utf8("{}"));
        assertThat(faults(ledger().byTheLedger(event).records())).containsExactly("2 CONTROL_INVALID");
    }

    @Test
    void unknownMembersOfAPayloadAreIgnored() {
        Event event = Events.control(
                "control", KeyRevoked.TYPE, Bytes.utf8("{\"key_id\":\"producer-1\",\"reason\":\"lost\",\"more\":[1]}"));
        assertThat(faults(ledger().certified(Keys.ROOT, event).events(1).records()))
                .containsExactly("3 KEY_REVOKED");
    }

    @Test
    void aReplacedTopicIsCertifiedByARoot() {
        TopicReplaced replaced = new TopicReplaced(LedgerBuilder.TOPICS, "restored");
        assertThat(faults(ledger().control(Keys.PRODUCER, replaced).records())).containsExactly("2 KEY_NOT_AUTHORIZED");
    }
}

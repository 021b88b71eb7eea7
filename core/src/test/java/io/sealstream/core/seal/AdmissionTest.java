package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.policy.Candidate;
import io.sealstream.core.policy.Judgement;
import io.sealstream.core.policy.RuleSettings;
import io.sealstream.core.policy.rules.KeyRate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the admission policy's decisions. */
class AdmissionTest {
    private final List<Candidate> asked = new ArrayList<>();
    private Judgement judgement = Judgement.allow();
    private TestLedger ledger = ledger(Certification.REQUIRED);

    private TestLedger ledger(Certification certification) {
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        rules.put("first", candidate -> {
            asked.add(candidate);
            return judgement;
        });
        rules.put("second", candidate -> Judgement.allow());
        return new TestLedger(
                certification, SealingLimits.DEFAULT, new AdmissionPolicy(rules, List.of("first", "second")));
    }

    @Test
    void sealsWhatIsAllowedWithoutANote() {
        SealingStep step = ledger.step(next("a"));

        assertThat(step.outcome()).isInstanceOf(Outcome.Sealed.class);
        assertThat(step.note()).isNull();
    }

    @Test
    void keepsWhyItWasQuarantined() {
        judgement = Judgement.quarantine("wait");

        RejectedEvent rejected = ledger.rejected(next("a"));

        assertThat(rejected.reason()).isEqualTo(RejectReason.QUARANTINED);
        assertThat(rejected.detail()).isEqualTo("first: wait");
        assertThat(rejected.contributing()).containsExactly(new RuleRemark("first", "Quarantine", "wait"));
        assertThat(rejected.discarded()).containsExactly(new RuleRemark("second", "Allow", ""));
    }

    @Test
    void keepsWhyItWasRejected() {
        judgement = Judgement.reject("never");

        RejectedEvent rejected = ledger.rejected(next("a"));

        assertThat(rejected.reason()).isEqualTo(RejectReason.POLICY_REJECTED);
        assertThat(rejected.contributing()).containsExactly(new RuleRemark("first", "Reject", "never"));
    }

    @Test
    void sealsTheNoteRightBehindTheEvent() {
        judgement = Judgement.warn("odd");

        SealingStep step = ledger.step(next("a"));

        SealedEvent event = ((Outcome.Sealed) step.outcome()).event();
        SealedEvent note = Objects.requireNonNull(step.note());
        assertThat(note.sequence()).isEqualTo(event.sequence().next());
        assertThat(note.previousHash()).isEqualTo(event.eventHash());
        assertThat(note.sealedAtMs()).isEqualTo(event.sealedAtMs());
        assertThat(note.intake()).isEqualTo(IntakePosition.NONE);
        assertThat(note.certificate()).isNull();
        assertThat(note.event().eventId()).isEqualTo(PolicyNoted.eventId(event.sequence()));
        assertThat(Objects.requireNonNull(note.event().payload().inline()))
                .isEqualTo(Bytes.utf8(
                        "{\"sequence\":2,\"outcome\":\"Warn\",\"rules\":[{\"rule\":\"first\",\"reason\":\"odd\"}],"
                                + "\"discarded\":[{\"rule\":\"second\",\"outcome\":\"Allow\",\"reason\":\"\"}]}"));
    }

    @Test
    void goesOnBehindTheNoteAndStaysAtTheEventsOffset() {
        judgement = Judgement.breakGlass("ticket 7");

        SealingStep step = ledger.step(next("a"));

        SealedEvent note = Objects.requireNonNull(step.note());
        assertThat(step.next().head())
                .isEqualTo(new LedgerHead(note.sequence(), note.eventHash(), note.sealedAtMs(), 1));
        assertThat(ledger.sealed(next("b")).previousHash()).isEqualTo(note.eventHash());
    }

    /** Otherwise a policy that is wrong could lock out the revocation of a stolen key. */
    @Test
    void doesNotAskAboutControlEvents() {
        judgement = Judgement.reject("never");

        SealedEvent sealed = ledger.sealed(ledger.control(TestKeys.revoked(TestKeys.PRODUCER)));

        assertThat(sealed.sequence().value()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void doesNotAskAboutWhatIsRejectedAnyway() {
        CertifiedEvent event = ledger.certify(Draft.of("a"));
        ledger.sealed(event);
        asked.clear();
        judgement = Judgement.reject("never");

        RejectedEvent duplicate = ledger.rejected(event);
        RejectedEvent uncertified = ledger.rejected(Draft.of("b").uncertified());

        assertThat(List.of(duplicate, uncertified))
                .extracting(RejectedEvent::reason, RejectedEvent::contributing)
                .containsExactly(
                        tuple(RejectReason.DUPLICATE, List.of()), tuple(RejectReason.CERTIFICATE_MISSING, List.of()));
        assertThat(asked).isEmpty();
    }

    @Test
    void anIdThatWasHeldBackIsFree() {
        CertifiedEvent event = ledger.certify(Draft.of("a"));
        judgement = Judgement.quarantine("wait");
        ledger.rejected(event);
        judgement = Judgement.allow();

        SealedEvent sealed = ledger.sealed(event);

        assertThat(sealed.certified()).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhenItCameAndTheKeyOnlyWhereItsCertificateWasVerified(Certification certification) {
        ledger = ledger(certification);
        IntakeRecord record = appended("a", TestLedger.CREATED_AT_MS + 5);
        ledger.clockSays(TestLedger.CREATED_AT_MS + 3_600_000);

        ledger.sealed(record);

        KeyId expected = certification == Certification.REQUIRED ? TestKeys.PRODUCER.keyId() : null;
        assertThat(asked)
                .extracting(Candidate::verifiedKey, Candidate::appendedAtMs)
                .containsExactly(tuple(expected, TestLedger.CREATED_AT_MS + 5));
    }

    /** As it is after a fail-over: all of it is judged at once, however slowly it came. */
    @Test
    void aBacklogIsJudgedByWhenItCame() {
        RuleSettings tenASecond = new RuleSettings(Map.of("per-second", "10", "burst", "1"));
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        rules.put("key.rate", new KeyRate().configured(tenASecond));
        ledger = new TestLedger(
                Certification.REQUIRED, SealingLimits.DEFAULT, new AdmissionPolicy(rules, List.of("key.rate")));

        for (int i = 0; i < 20; i++) {
            IntakeRecord record = appended("e" + i, TestLedger.CREATED_AT_MS + 100L * i);
            ledger.clockSays(TestLedger.CREATED_AT_MS + 3_600_000);

            assertThat(ledger.seal(record)).isInstanceOf(Outcome.Sealed.class);
        }
    }

    private IntakeRecord appended(String id, long atMs) {
        ledger.clockSays(atMs);
        return next(id);
    }

    private IntakeRecord next(String id) {
        return ledger.next(ledger.certify(Draft.of(id)));
    }
}

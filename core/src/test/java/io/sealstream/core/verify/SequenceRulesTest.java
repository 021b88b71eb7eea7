package io.sealstream.core.verify;

import static io.sealstream.core.verify.Verifications.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.event.SealedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceRulesTest {
    private final LedgerBuilder ledger = LedgerBuilder.ledger().events(8);
    private final List<SealedEvent> records = new ArrayList<>(ledger.records());

    @Test
    void aWholeLedgerIsVerified() {
        VerificationResult result = Verifications.result(records);
        assertThat(result.faults().listed()).isEmpty();
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
        assertThat(result.size()).isEqualTo(10);
        assertThat(result.head()).isEqualTo(records.getLast().eventHash());
        assertThat(result.ledger()).isEqualTo("payments");
        assertThat(result.ledgerId()).isEqualTo(ledger.ledgerId());
    }

    @Test
    void aMissingRecordIsAGapAtItsSequence() {
        records.remove(5);
        assertThat(faults(records)).containsExactly("5 SEQUENCE_GAP");
    }

    @Test
    void severalMissingRecordsAreOneGapAtTheFirst() {
        records.subList(4, 7).clear();
        Fault gap = Verifications.result(records).faults().listed().getFirst();
        assertThat(gap.sequence()).isEqualTo(ledger.records().get(4).sequence());
        assertThat(gap.expected()).isEqualTo("4");
        assertThat(gap.actual()).isEqualTo("7");
        assertThat(gap.detail()).isEqualTo("the records 4 to 6 are missing");
    }

    @Test
    void aDoubledRecordIsADuplicateAndNoBrokenChain() {
        records.add(6, records.get(5));
        assertThat(faults(records))
                .containsExactly("5 SEQUENCE_DUPLICATE", "5 INTAKE_REGRESSION", "5 DUPLICATE_EVENT_ID");
    }

    @Test
    void swappedRecordsAreAGapARegressionAndAnotherGap() {
        Collections.swap(records, 5, 6);
        assertThat(faults(records))
                .containsExactly("5 SEQUENCE_GAP", "5 SEQUENCE_REGRESSION", "5 INTAKE_REGRESSION", "6 SEQUENCE_GAP");
    }

    @Test
    void aLedgerWithoutItsBeginningIsFaultyAtItsFirstRecordAndNowhereElse() {
        VerificationResult result = Verifications.result(records.subList(2, 10));
        assertThat(Verifications.inShort(result.faults().listed())).containsExactly("2 PREFIX_MISSING");
        assertThat(result.ledger()).isNull();
        assertThat(result.lastGoodSequence()).isEmpty();
    }

    @Test
    void withoutItsBeginningTheHashesAreStillJudged() {
        records.set(5, Sealed.withSealedAt(records.get(5), LedgerBuilder.FIRST_MS + 1));
        assertThat(faults(records.subList(2, 6))).containsExactly("2 PREFIX_MISSING", "5 EVENT_HASH_MISMATCH");
    }

    @Test
    void aFirstRecordWithAWrongHashIsMeasuredWithSha256() {
        records.set(2, Sealed.withEventHash(records.get(2), Hash.ZERO));
        assertThat(faults(records.subList(2, 4)))
                .containsExactly("2 PREFIX_MISSING", "2 EVENT_HASH_MISMATCH", "3 CHAIN_BROKEN");
    }

    @Test
    void aWrongPreviousHashBreaksTheChainAtTheRecord() {
        records.set(5, Sealed.rehash(Sealed.withPreviousHash(records.get(5), Hash.ZERO)));
        assertThat(faults(records)).containsExactly("5 CHAIN_BROKEN", "6 CHAIN_BROKEN");
    }

    @Test
    void aRecordThatWasSwappedForAConsistentOneBreaksTheChainAtItsSuccessor() {
        LedgerBuilder other =
                LedgerBuilder.ledger().events(3).offset(4).certified(Keys.PRODUCER, Events.ordinary("another"));
        records.set(5, other.records().get(5));
        assertThat(faults(records)).containsExactly("6 CHAIN_BROKEN");
    }

    @Test
    void aSequenceAtTheEndOfAllNumbersIsJudgedLikeAnyOther() {
        SealedEvent last = Sealed.rehash(Sealed.withSequence(records.get(9), Long.MAX_VALUE));
        records.set(9, last);
        records.add(last);
        assertThat(faults(records))
                .containsExactly(
                        "9 SEQUENCE_GAP",
                        Long.MAX_VALUE + " SEQUENCE_DUPLICATE",
                        Long.MAX_VALUE + " INTAKE_REGRESSION",
                        Long.MAX_VALUE + " DUPLICATE_EVENT_ID");
    }

    @Test
    void noRecordAtAllIsIncomplete() {
        VerificationResult result = Verifications.result(List.of());
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.head()).isNull();
        assertThat(result.lastGoodSequence()).isEmpty();
    }
}

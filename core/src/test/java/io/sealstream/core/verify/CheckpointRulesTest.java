package io.sealstream.core.verify;

import static io.sealstream.core.verify.Verifications.faults;
import static io.sealstream.core.verify.Verifications.inShort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.MerkleTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointRulesTest {
    private final List<SealedEvent> records = LedgerBuilder.ledger().events(6).records();
    private final MerkleTree tree = new MerkleTree();

    CheckpointRulesTest() {
        records.forEach(
                record -> tree.append(record.header(HashAlgorithm.SHA_256).leafHash()));
    }

    private TrustedCheckpoint at(long size) {
        return new TrustedCheckpoint(size, tree.root(size));
    }

    @Test
    void checkpointsOfEverySizeAreMet() {
        assertThat(faults(records, at(0), at(1), at(5), at(7), at(8))).isEmpty();
    }

    @Test
    void aLedgerThatEndsBeforeACheckpointIsTruncatedAtTheFirstMissingSequence() {
        Fault fault = Verifications.result(records.subList(0, 5), at(8))
                .faults()
                .listed()
                .getFirst();
        assertThat(fault.kind()).isEqualTo(FaultKind.CHECKPOINT_TRUNCATED);
        assertThat(fault.sequence()).isEqualTo(new Sequence(5));
    }

    @Test
    void anEmptyLedgerIsTruncatedAtItsBeginning() {
        assertThat(faults(List.of(), at(8))).containsExactly("0 CHECKPOINT_TRUNCATED");
    }

    @Test
    void whereRecordsAreMissingInTheMiddleTheFirstOfThemIsTheFirstMissing() {
        List<SealedEvent> holed = new ArrayList<>(records);
        holed.remove(3);
        assertThat(faults(holed, at(8))).containsExactly("3 SEQUENCE_GAP", "3 CHECKPOINT_TRUNCATED");
    }

    @Test
    void whereTheBeginningIsMissingSequenceZeroIsTheFirstMissing() {
        assertThat(faults(records.subList(2, 8), at(8))).containsExactly("2 PREFIX_MISSING", "0 CHECKPOINT_TRUNCATED");
    }

    @Test
    void aRewrittenLedgerIsAMismatchAtNoSequence() {
        List<SealedEvent> rewritten = LedgerBuilder.ledger()
                .events(2)
                .certified(Keys.PRODUCER, Events.ordinary("another"))
                .events(3)
                .records();
        VerificationResult result = Verifications.result(rewritten, at(4), at(7));
        assertThat(inShort(result.faults().listed())).containsExactly("null CHECKPOINT_MISMATCH");
        assertThat(result.firstBadSequence()).isEmpty();
        assertThat(result.lastGoodSequence()).isEmpty();
    }

    @Test
    void twoCheckpointsOfOneSizeAreJudgedEach() {
        assertThat(faults(records, at(5), new TrustedCheckpoint(5, Hash.ZERO)))
                .containsExactly("null CHECKPOINT_MISMATCH");
    }

    @Test
    void whereTheEndWasNotReachedNothingIsCalledTruncated() {
        Verification verification = Verifications.ofFile();
        verification.expect(at(8));
        verification.accept(Verifications.lines(records.subList(0, 5)));
        assertThat(verification.resultSoFar().faults().isEmpty()).isTrue();
    }

    @Test
    void aMismatchIsToldAlsoWhereTheEndWasNotReached() {
        Verification verification = Verifications.ofFile();
        verification.expect(new TrustedCheckpoint(3, Hash.ZERO));
        verification.accept(Verifications.lines(records.subList(0, 5)));
        assertThat(verification.resultSoFar().faults().has(FaultKind.CHECKPOINT_MISMATCH))
                .isTrue();
    }

    @Test
    void aCheckpointCanBeGivenAsLongAsItsSizeIsNotPassed() {
        Verification verification = Verifications.ofFile();
        List<LedgerRecord> lines = Verifications.lines(records);
        verification.accept(lines.subList(0, 5));
        verification.expect(at(5));
        verification.expect(new TrustedCheckpoint(8, Hash.ZERO));
        assertThatThrownBy(() -> verification.expect(at(4))).hasMessageContaining("give it earlier");
        verification.accept(lines.subList(5, 8));
        assertThat(inShort(verification.resultAtEnd().faults().listed())).containsExactly("null CHECKPOINT_MISMATCH");
    }
}

package io.sealstream.core.verify;

import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertificateVerifier.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records that were judged by all rules but one: whether their signatures verify, which costs the most, is still open. */
public final class JudgedBatch {
    private final CertificateVerifier verifier;
    private final int size;
    /** Of the records that have any, or may yet have one. */
    private final List<RecordFaults> found = new ArrayList<>(0);

    private final List<SignatureCheck> open = new ArrayList<>(0);

    /** @param size how many records it is going to have */
    JudgedBatch(CertificateVerifier verifier, int size) {
        this.verifier = verifier;
        this.size = size;
    }

    void add(RecordFaults faults, Optional<SignatureCheck> left) {
        left.ifPresent(open::add);
        if (left.isPresent() || !faults.isEmpty()) {
            found.add(faults);
        }
    }

    /** Those that were found so far, in the order of the records. */
    List<Fault> faults() {
        return found.stream().flatMap(record -> record.list().stream()).toList();
    }

    /** A batch of which nothing is open any more. */
    public static final class Answered {
        private final JudgedBatch batch;
        private final List<Answer> answers;

        private Answered(JudgedBatch batch, List<Answer> answers) {
            this.batch = batch;
            this.answers = answers;
        }

        /** How many records it has. */
        public int size() {
            return batch.size;
        }

        /** Adds what the signatures have shown to the faults of their records, or to the notes. */
        List<Fault> tell(Notes notes) {
            for (int i = 0; i < answers.size(); i++) {
                batch.open.get(i).tell(answers.get(i), notes);
            }
            return batch.faults();
        }
    }

    /** Verifies the signatures, on the pool of the calling thread. Any thread may, beside other batches. */
    public Answered answer() {
        return new Answered(
                this, open.parallelStream().map(check -> check.answer(verifier)).toList());
    }
}

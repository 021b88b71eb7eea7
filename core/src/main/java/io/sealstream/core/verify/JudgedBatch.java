package io.sealstream.core.verify;

import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertificateVerifier.Answer;
import java.util.List;

/** Records that were judged by all rules but one: whether their signatures verify, which costs the most, is still open. */
public final class JudgedBatch {
    private final CertificateVerifier verifier;
    private final List<RecordFaults> found;
    private final List<SignatureCheck> open;

    /** @param found for each record, in their order */
    JudgedBatch(CertificateVerifier verifier, List<RecordFaults> found, List<SignatureCheck> open) {
        this.verifier = verifier;
        this.found = found;
        this.open = open;
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
            return batch.found.size();
        }

        /** Adds what the signatures have shown to the faults of their records, or to the notes. */
        List<Fault> tell(Notes notes) {
            for (int i = 0; i < answers.size(); i++) {
                batch.open.get(i).tell(answers.get(i), notes);
            }
            return batch.found.stream()
                    .flatMap(record -> record.list().stream())
                    .toList();
        }
    }

    /** Verifies the signatures, on the pool of the calling thread. Any thread may, beside other batches. */
    public Answered answer() {
        return new Answered(
                this, open.parallelStream().map(check -> check.answer(verifier)).toList());
    }
}

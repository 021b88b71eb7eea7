package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.InMemoryIntakeOutcomes;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.reader.IntakeReader;
import io.sealstream.reader.IntakeResult;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.Patience;
import io.sealstream.reader.ReadResult;
import io.sealstream.reader.TopicLedgerReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The verifier's word on a ledger as its topics have it now.
 *
 * @param ledger with the faults of the intake's audit
 * @param pending intake records behind the last outcome
 */
record Audit(VerificationResult ledger, long pending) {

    static Audit of(TrialLedger trial) throws LedgerUnreadableException {
        LedgerTopics topics = trial.topics();
        Verification verification = new Verification(
                new CertificateVerifier(SignatureSchemes.supported()),
                new InMemoryEventIds(),
                VerificationOptions.ofTopic(new TopicIdentity(topics.clusterId(), topics.sealedTopicId())));
        IntakeAudit intake = new IntakeAudit(
                new TopicIdentity(topics.clusterId(), topics.intakeTopicId()), new InMemoryIntakeOutcomes());
        Patience patience = Patience.ofStall(TrialLedger.PATIENCE);
        try (TopicLedgerReader reader = TopicLedgerReader.open(trial.connection(), trial.names(), patience)) {
            List<LedgerRecord> records = new ArrayList<>();
            assertThat(reader.read(records::add)).isEqualTo(new ReadResult.Complete());
            verification.tell(intake);
            verification.accept(records);
            assertThat(new IntakeReader(trial.connection(), trial.names(), patience, topics.intakeTopicId())
                            .read(intake, reader.range()))
                    .isEqualTo(new IntakeResult.Complete());
        }
        IntakeAudit.Result audited = intake.result(verification.topics().orElse(topics));
        assertThat(audited.unread()).as("outcomes that cannot be decoded").isZero();
        return new Audit(verification.resultAtEnd().plus(audited.faults()), audited.pending());
    }

    /** The ledger of {@code trial} is whole, and nothing in its intake waits for an outcome. */
    static VerificationResult requireWhole(TrialLedger trial) throws LedgerUnreadableException {
        Audit audit = of(trial);
        assertThat(audit.ledger().faults().listed()).isEmpty();
        assertThat(audit.ledger().verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
        assertThat(audit.pending()).as("intake records without an outcome").isZero();
        return audit.ledger();
    }
}

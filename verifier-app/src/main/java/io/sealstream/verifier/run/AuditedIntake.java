package io.sealstream.verifier.run;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.InMemoryIntakeOutcomes;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.reader.IntakeReader;
import io.sealstream.reader.IntakeResult;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicFacts;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRange;
import io.sealstream.reader.TopicRules;
import java.util.Optional;

/** The intake and the rejected topic, which are read when the sealed records are known. */
record AuditedIntake(IntakeReader reader, IntakeAudit audit) implements IntakeSide {
    /** Without permission to see the two topics the audit is left out; where one is not there, the run is INCOMPLETE. */
    static IntakeSide find(TopicSource source, TopicInspector inspector, String clusterId, Coverage coverage)
            throws LedgerUnreadableException {
        try {
            TopicFacts intake = inspector.facts(source.names().intake());
            TopicSource.tell(intake, TopicRules.intake(intake), coverage);
            TopicFacts rejected = inspector.facts(source.names().rejected());
            TopicSource.tell(rejected, TopicRules.rejected(rejected), coverage);
            return new AuditedIntake(
                    new IntakeReader(source.connection(), source.names(), source.patience(), intake.topicId()),
                    new IntakeAudit(new TopicIdentity(clusterId, intake.topicId()), new InMemoryIntakeOutcomes()));
        } catch (LedgerUnreadableException e) {
            return switch (e.reason()) {
                case NOT_PERMITTED -> new LeftOutIntake(String.valueOf(e.getMessage()));
                case MISSING -> {
                    // Whoever dropped events may have deleted what would show it.
                    coverage.doubt(Doubt.END_NOT_REACHED, e.getMessage() + "; without it, verify with --intake skip");
                    yield new LeftOutIntake(String.valueOf(e.getMessage()));
                }
                case UNREACHABLE, OTHER -> throw e;
            };
        }
    }

    @Override
    public Optional<IntakeAudit> outcomes() {
        return Optional.of(audit);
    }

    @Override
    public FaultSummary audit(TopicRange sealed, Optional<LedgerTopics> named, Coverage coverage) {
        if (named.isEmpty()) {
            return leftOut("the ledger has no good genesis that would name its intake", coverage);
        }
        try {
            return switch (reader.read(audit, sealed)) {
                case IntakeResult.Complete complete -> judged(named.get(), coverage);
                case IntakeResult.NotChecked(String reason) -> leftOut(reason, coverage);
                case IntakeResult.Incomplete(String reason) -> halfWay(reason, coverage);
            };
        } catch (LedgerUnreadableException e) {
            // The ledger itself was read before.
            return halfWay(String.valueOf(e.getMessage()), coverage);
        }
    }

    private FaultSummary judged(LedgerTopics named, Coverage coverage) {
        IntakeAudit.Result result = audit.result(named);
        if (result.faults().has(FaultKind.TOPIC_REPLACED)) {
            coverage.notChecked(IntakeSide.notChecked("the intake is not the one that the ledger names"));
            return result.faults();
        }
        if (result.unread() > 0) {
            String unread = result.unread() + " outcomes in the rejected topic cannot be decoded";
            coverage.notChecked(IntakeSide.notChecked(unread));
            coverage.doubt(
                    Doubt.OUTCOME_UNREAD,
                    unread + " (" + result.undecided() + " intake records have no other); "
                            + "verify with the version that wrote them, or a newer one");
            return result.faults();
        }
        coverage.checked(String.format(
                "%s: %d records up to the last outcome; %d behind it are pending.",
                RULE, result.audited(), result.pending()));
        return result.faults();
    }

    private static FaultSummary leftOut(String why, Coverage coverage) {
        coverage.notChecked(IntakeSide.notChecked(why));
        return FaultSummary.NONE;
    }

    private static FaultSummary halfWay(String reason, Coverage coverage) {
        coverage.doubt(Doubt.END_NOT_REACHED, reason);
        return leftOut("it was not read to its end", coverage);
    }
}

package io.sealstream.verifier.run;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.reader.IntakeReader;
import io.sealstream.reader.IntakeResult;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicFacts;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRange;
import io.sealstream.reader.TopicRules;
import io.sealstream.verifier.mapped.MappedFileException;
import io.sealstream.verifier.outcomes.KeptIntakeOutcomes;
import java.util.Optional;

/** The intake and the rejected topic, which are read when the sealed records are known. */
record AuditedIntake(IntakeReader reader, IntakeAudit audit, KeptIntakeOutcomes kept) implements IntakeSide {
    /** Without permission to see the two topics the audit is left out; where one is not there, the run is INCOMPLETE. */
    static IntakeSide find(TopicSource source, TopicInspector inspector, String clusterId, Coverage coverage)
            throws LedgerUnreadableException {
        try {
            TopicFacts intake = inspector.facts(source.names().intake());
            TopicSource.tell(intake, TopicRules.intake(intake), coverage);
            TopicFacts rejected = inspector.facts(source.names().rejected());
            TopicSource.tell(rejected, TopicRules.rejected(rejected), coverage);
            KeptIntakeOutcomes kept = KeptIntakeOutcomes.temporary(end(inspector, intake.name()));
            return new AuditedIntake(
                    new IntakeReader(source.connection(), source.names(), source.patience(), intake.topicId()),
                    new IntakeAudit(new TopicIdentity(clusterId, intake.topicId()), kept),
                    kept);
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

    /** 0 where nobody tells, which is no reason not to read the ledger. */
    private static long end(TopicInspector inspector, String topic) {
        try {
            return inspector.range(topic).end();
        } catch (LedgerUnreadableException e) {
            return 0;
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
                case IntakeResult.Complete complete -> judged(audit.result(named.get()), coverage);
                case IntakeResult.NotChecked(String reason) -> leftOut(reason, coverage);
                case IntakeResult.Incomplete(String reason) -> halfWay(reason, coverage);
            };
        } catch (LedgerUnreadableException | MappedFileException e) {
            // The ledger itself was read before.
            return halfWay(String.valueOf(e.getMessage()), coverage);
        }
    }

    static FaultSummary judged(IntakeAudit.Result result, Coverage coverage) {
        if (result.faults().has(FaultKind.TOPIC_REPLACED)) {
            coverage.notChecked(IntakeSide.notChecked("the intake is not the one that the ledger names"));
            return result.faults();
        }
        if (result.unread() > 0) {
            doubtUnread(result, coverage);
        }
        if (result.unkept() > 0) {
            doubtUnkept(result, coverage);
        }
        if (result.unread() == 0 && result.unkept() == 0) {
            coverage.checked(String.format(
                    "%s: %d records up to the last outcome; %d behind it are pending.",
                    RULE, result.audited(), result.pending()));
        }
        return result.faults();
    }

    private static void doubtUnread(IntakeAudit.Result result, Coverage coverage) {
        String unread = result.unread() + " outcomes in the rejected topic cannot be decoded";
        coverage.notChecked(IntakeSide.notChecked(unread));
        coverage.doubt(
                Doubt.OUTCOME_UNREAD,
                unread + " (" + result.undecided() + " intake records have no other); "
                        + "verify with the version that wrote them, or a newer one");
    }

    private static void doubtUnkept(IntakeAudit.Result result, Coverage coverage) {
        String unkept = "outcomes are at offsets too far behind the intake's end to be kept, and those of "
                + result.unkept() + " intake records were not";
        coverage.notChecked(IntakeSide.notChecked(unkept));
        coverage.doubt(Doubt.OUTCOME_NOT_KEPT, unkept + "; the records have come since the run began, so verify again");
    }

    @Override
    public void close() {
        kept.close();
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

package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.SealedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every committed record of the intake, from its log's start up to the last outcome, has one outcome, which is about the
 * same event; docs/format.md section 5. Records behind the last outcome are pending, which is no fault.
 *
 * <p>Give it to the {@link Verification} of the sealed records, which tells it of those. Then tell it the rejected records,
 * and then the intake's committed records. The ends of the topics can't be fixed at the same instant: where the rejected
 * topic's end was fixed after the sealed topic's, an event that was sealed in between would look as if it had no outcome.
 * {@link #endAtLastSealed} is for that.
 *
 * <p>What grows with the ledger is kept by an {@link IntakeOutcomes}; where that throws, this audit is of no more use.
 */
public final class IntakeAudit {
    private static final long NONE = -1;

    private final TopicIdentity intake;
    private final OutcomeKeys outcomes;
    private final UnreadOutcomes unread = new UnreadOutcomes();
    private final FaultLog faults = new FaultLog();
    private long lastSealed = NONE;
    private long lastOutcome = NONE;
    private long audited;
    private long undecided;
    private long unkept;
    private long pending;

    /**
     * @param intake the intake topic that is really being read
     * @param outcomes without any yet
     */
    public IntakeAudit(TopicIdentity intake, IntakeOutcomes outcomes) {
        this.intake = intake;
        this.outcomes = new OutcomeKeys(outcomes);
    }

    /**
     * @param faults INTAKE_UNSEALED and INTAKE_OUTCOME_TWICE, with the intake's offset; TOPIC_REPLACED alone where the
     *     intake is not the one that the ledger names, since nothing else can be said then
     * @param audited committed records that were judged
     * @param undecided committed records without an outcome, which one that can't be read may be
     * @param unkept committed records whose outcomes there was no room to keep; where there are any, an audit without a
     *     fault proves nothing
     * @param pending committed records behind the last outcome
     * @param unread outcomes that can't be read; where there are any, an audit without a fault proves nothing
     */
    public record Result(FaultSummary faults, long audited, long undecided, long unkept, long pending, long unread) {}

    /**
     * A sealed record, in the order of the ledger. Its position is passed over where the ledger then names another intake.
     *
     * @param named what the ledger names from this record on; null without a good genesis
     */
    void sealed(SealedEvent event, @Nullable LedgerTopics named) {
        boolean isNamed = named != null && TopicIdentity.ofIntake(named).equals(intake);
        if (isNamed && event.intake().isInIntake()) {
            long offset = event.intake().offset();
            outcome(offset, KeyPrint.ofWhole(Bytes.utf8(event.event().eventId().value())));
            lastSealed = Math.max(lastSealed, offset);
        }
    }

    /**
     * A rejected record.
     *
     * @param intakeTopicId of the intake that it is from: those of another one are passed over
     * @param key of the intake record, which the sealer may have cut; empty where it had none
     */
    public void rejected(String intakeTopicId, long intakeOffset, Bytes key) {
        if (intakeTopicId.equals(intake.topicId()) && intakeOffset >= 0) {
            outcome(intakeOffset, KeyPrint.ofCut(key));
        }
    }

    /**
     * A rejected record that can't be decoded, so that nobody knows its offset.
     *
     * @param key as in {@link #rejected}
     */
    public void unread(Bytes key) {
        unread.add(key);
    }

    /** Takes the last sealed outcome for the last one: what was rejected behind it is not audited. */
    public void endAtLastSealed() {
        lastOutcome = lastSealed;
    }

    /**
     * A committed record of the intake, in the order of its offsets, after all outcomes.
     *
     * @param key empty where it has none
     */
    public void committed(long intakeOffset, Bytes key) {
        if (intakeOffset > lastOutcome) {
            pending++;
            return;
        }
        switch (outcomes.find(intakeOffset, key)) {
            case ONE -> audited++;
            case SEVERAL -> fault(FaultKind.INTAKE_OUTCOME_TWICE, intakeOffset, "several outcomes");
            case ONE_OF_ANOTHER_KEY ->
                fault(
                        FaultKind.INTAKE_UNSEALED,
                        intakeOffset,
                        "an outcome that is about another event: its key differs");
            case NONE -> withoutOutcome(intakeOffset, key);
            case NOT_KEPT -> unkept++;
        }
    }

    private void withoutOutcome(long offset, Bytes key) {
        if (unread.mayBeOf(key)) {
            undecided++;
        } else {
            fault(FaultKind.INTAKE_UNSEALED, offset, "no outcome");
        }
    }

    /** @param named what the ledger's newest control event names */
    public Result result(LedgerTopics named) {
        FaultLog replaced = new FaultLog();
        intake.replaced(TopicIdentity.ofIntake(named), "intake").ifPresent(replaced::add);
        FaultSummary other = replaced.summary();
        return other.isEmpty()
                ? new Result(faults.summary(), audited, undecided, unkept, pending, unread.count())
                : new Result(other, 0, 0, 0, 0, 0);
    }

    private void outcome(long offset, KeyPrint key) {
        outcomes.add(offset, key);
        lastOutcome = Math.max(lastOutcome, offset);
    }

    private void fault(FaultKind kind, long offset, String actual) {
        audited++;
        faults.add(new Fault(
                kind, null, offset, "one outcome", actual, "the intake record at offset " + offset + " has " + actual));
    }
}

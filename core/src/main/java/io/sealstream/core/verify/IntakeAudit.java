package io.sealstream.core.verify;

import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.SealedEvent;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Every committed record of the intake, from its log's start up to the last outcome, has one outcome; docs/format.md
 * section 5. Records behind the last outcome are pending, which is no fault.
 *
 * <p>Give it all outcomes, sealed ones in the order of the ledger, and then the intake's committed records. The ends of
 * the topics can't be fixed at the same instant: where the rejected topic's end was fixed after the sealed topic's, an
 * event that was sealed in between would look as if it had no outcome. {@link #endAtLastSealed} is for that.
 */
public final class IntakeAudit {
    private static final long NONE = -1;

    private final TopicIdentity intake;
    private final Roaring64Bitmap once = new Roaring64Bitmap();
    private final Roaring64Bitmap again = new Roaring64Bitmap();
    private final FaultLog faults = new FaultLog();
    private boolean isNamed;
    private long lastSealed = NONE;
    private long lastOutcome = NONE;
    private long audited;
    private long pending;

    /** @param intake the intake topic that is really being read */
    public IntakeAudit(TopicIdentity intake) {
        this.intake = intake;
    }

    /**
     * @param faults INTAKE_UNSEALED and INTAKE_OUTCOME_TWICE, with the intake's offset; TOPIC_REPLACED alone where the
     *     intake is not the one that the ledger names, since nothing else can be said then
     * @param audited committed records that were judged
     * @param pending committed records behind the last outcome
     */
    public record Result(FaultSummary faults, long audited, long pending) {}

    /** A sealed record. Its position is passed over where the ledger then named another intake. */
    public void sealed(SealedEvent event) {
        if (event.event().eventType().isControl()
                && ControlPayload.read(event.event()) instanceof ControlPayload.Valid valid) {
            switch (valid.control()) {
                case Genesis genesis -> name(genesis.topics());
                case TopicReplaced replaced -> name(replaced.topics());
                default -> {}
            }
        }
        if (isNamed && event.intake().isInIntake()) {
            outcome(event.intake().offset());
            lastSealed = Math.max(lastSealed, event.intake().offset());
        }
    }

    /**
     * A rejected record.
     *
     * @param intakeTopicId of the intake that it is from: those of another one are passed over
     */
    public void rejected(String intakeTopicId, long intakeOffset) {
        if (intakeTopicId.equals(intake.topicId()) && intakeOffset >= 0) {
            outcome(intakeOffset);
        }
    }

    /** Takes the last sealed outcome for the last one: what was rejected behind it is not audited. */
    public void endAtLastSealed() {
        lastOutcome = lastSealed;
    }

    /** A committed record of the intake, in the order of its offsets, after all outcomes. */
    public void committed(long intakeOffset) {
        if (intakeOffset > lastOutcome) {
            pending++;
            return;
        }
        audited++;
        if (again.contains(intakeOffset)) {
            fault(FaultKind.INTAKE_OUTCOME_TWICE, intakeOffset, "several outcomes");
        } else if (!once.contains(intakeOffset)) {
            fault(FaultKind.INTAKE_UNSEALED, intakeOffset, "no outcome");
        }
    }

    /** @param named what the ledger's newest control event names */
    public Result result(LedgerTopics named) {
        FaultLog replaced = new FaultLog();
        intake.replaced(TopicIdentity.ofIntake(named), "intake").ifPresent(replaced::add);
        FaultSummary other = replaced.summary();
        return other.isEmpty() ? new Result(faults.summary(), audited, pending) : new Result(other, 0, 0);
    }

    private void name(LedgerTopics topics) {
        isNamed = TopicIdentity.ofIntake(topics).equals(intake);
    }

    private void outcome(long offset) {
        if (once.contains(offset)) {
            again.addLong(offset);
        } else {
            once.addLong(offset);
        }
        lastOutcome = Math.max(lastOutcome, offset);
    }

    private void fault(FaultKind kind, long offset, String actual) {
        faults.add(new Fault(
                kind, null, offset, "one outcome", actual, "the intake record at offset " + offset + " has " + actual));
    }
}

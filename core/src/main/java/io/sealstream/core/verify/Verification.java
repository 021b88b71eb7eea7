package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.GrowingTree;
import io.sealstream.core.verify.LedgerRecord.Decoded;
import io.sealstream.core.verify.LedgerRecord.Tombstone;
import io.sealstream.core.verify.LedgerRecord.Undecodable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a ledger, record by record, in the order in which a reader gives them; docs/format.md section 5. After a fault it
 * goes on: what comes next is measured against the record just read, whatever was wrong with it. Not safe to share between
 * threads, though it uses several itself.
 */
public final class Verification {
    private final CertificateVerifier verifier;
    private final EventIds eventIds;
    private final VerificationOptions options;
    private final EventJudge judge;
    private final Notes notes;
    private final FaultLog faults = new FaultLog();
    private final CheckpointCheck checkpoints = new CheckpointCheck();
    private long records;
    private @Nullable IntakeAudit intake;
    private @Nullable LastRecord last;
    private final GrowingTree tree;
    private @Nullable Sequence firstMissing;

    /** @param eventIds without any yet */
    public Verification(CertificateVerifier verifier, EventIds eventIds, VerificationOptions options) {
        this(VerificationState.START, null, verifier, eventIds, options, new Notes());
    }

    private Verification(
            VerificationState state,
            @Nullable Governance governance,
            CertificateVerifier verifier,
            EventIds eventIds,
            VerificationOptions options,
            Notes notes) {
        HashAlgorithm algorithm = state.hashAlgorithm();
        this.verifier = verifier;
        this.eventIds = eventIds;
        this.options = options;
        this.notes = notes;
        this.judge = new EventJudge(
                verifier,
                options,
                notes,
                algorithm == null ? null : new ChainCheck(algorithm, options.chainHashes()),
                governance);
        this.records = state.records();
        this.last = state.last();
        this.tree = new GrowingTree(state.frontier());
    }

    /**
     * Goes on where another verification of the same ledger stood.
     *
     * @param controlEvents what its {@link #controlEvents} gave
     * @param eventIds with those of all records so far
     * @throws IllegalArgumentException where {@code controlEvents} cannot have come from there
     */
    public static Verification resume(
            VerificationState state,
            List<SealedEvent> controlEvents,
            CertificateVerifier verifier,
            EventIds eventIds,
            VerificationOptions options) {
        Notes notes = new Notes();
        Governance governance = GovernanceReplay.of(controlEvents, verifier, notes);
        Optional.ofNullable(state.hashAlgorithm())
                .filter(algorithm -> options.chainHashes().find(algorithm).isEmpty())
                .ifPresent(lacked -> notes.unsupported(lacked.jsonName()));
        return new Verification(state, governance, verifier, eventIds, options, notes);
    }

    /**
     * Asks for a checkpoint to be met. It can be given at any time before its size is passed: after the genesis, say,
     * which may name the key that it is signed with.
     *
     * @throws IllegalArgumentException where more records were read already
     */
    public void expect(TrustedCheckpoint checkpoint) {
        checkpoints.expect(checkpoint, tree);
    }

    /** Asks for the tree's root at a size that is yet to come, or is reached now: a tree knows no earlier one. */
    public void wantRootAt(long size) {
        checkpoints.want(size, tree);
    }

    /** The root at a size that was wanted before it was passed. Empty where it was not, or is not reached. */
    public Optional<Hash> rootAt(long size) {
        return checkpoints.rootAt(size);
    }

    /**
     * Tells {@code audit} of each sealed record, and of the topics that the ledger names where it stands. Those are the
     * topics of control events without a fault: a forged one moves no intake.
     *
     * @throws IllegalStateException where records were read already
     */
    public void tell(IntakeAudit audit) {
        if (records > 0) {
            throw new IllegalStateException("an audit needs all outcomes; give it before the first record");
        }
        intake = audit;
    }

    /** @return the faults of {@code record} */
    public List<Fault> accept(LedgerRecord record) {
        return accept(List.of(record));
    }

    /**
     * Judges records that follow one another, on all cores. A few hundred at a time are enough to keep them busy. Where
     * the memory of event ids throws, this verification is of no more use.
     *
     * @return the faults of {@code batch}, in the order of its records; each has the offset of its record
     */
    public List<Fault> accept(List<LedgerRecord> batch) {
        return conclude(
                judge(batch.parallelStream().map(this::prepare).toList()).answer());
    }

    /** Finds out what {@code record} shows alone. Any thread may, beside all else and in any order. */
    public PreparedRecord prepare(LedgerRecord record) {
        return PreparedRecord.of(record, judge.chain(), eventIds);
    }

    /**
     * Judges records that follow one another by what they are to each other. Each batch is then answered, on any thread,
     * and goes to {@link #conclude}; others may be judged meanwhile. What is thrown by the memory of event ids loses no
     * fault that was found before.
     */
    public JudgedBatch judge(List<PreparedRecord> batch) {
        JudgedBatch judged = new JudgedBatch(verifier, batch.size());
        try {
            for (PreparedRecord record : batch) {
                read(record, judged);
            }
        } catch (RuntimeException | Error e) {
            judged.faults().forEach(this::log);
            throw e;
        }
        return judged;
    }

    /**
     * Takes the batches in the order in which they were judged.
     *
     * @return the faults of {@code batch}, in the order of its records; each has the offset of its record
     */
    public List<Fault> conclude(JudgedBatch.Answered batch) {
        List<Fault> told = batch.tell(notes);
        told.forEach(this::log);
        return told;
    }

    /** Where this verification stands, for {@link #resume}. */
    public VerificationState state() {
        ChainCheck chain = judge.chain();
        return new VerificationState(records, chain == null ? null : chain.algorithm(), last, tree.frontier());
    }

    /** The control events that took effect so far, in their order, for {@link #resume}. */
    public List<SealedEvent> controlEvents() {
        Governance governance = judge.governance();
        return governance == null ? List.of() : governance.inForce();
    }

    /** What the ledger's first record lays down. Empty before it, and where it is no good genesis. */
    public Optional<Genesis> genesis() {
        return Optional.ofNullable(judge.governance()).map(Governance::genesis);
    }

    /** The event_hash of the genesis. Empty where {@link #genesis} is. */
    public Optional<Hash> ledgerId() {
        return Optional.ofNullable(judge.governance()).map(Governance::ledgerId);
    }

    /** The topics that the genesis or the newest sealstream.topic.replaced names. Empty where {@link #genesis} is. */
    public Optional<LedgerTopics> topics() {
        return Optional.ofNullable(judge.governance()).map(Governance::topics);
    }

    /** Whether the records so far ask for an algorithm that this build lacks. */
    public boolean lacksAlgorithm() {
        return !notes.unsupported().isEmpty();
    }

    /** The faults that {@link #accept} has given so far, without those that only the whole shows. */
    public FaultSummary faultsOfRecords() {
        return faults.summary();
    }

    /**
     * What was found, where the end was not reached: whether the ledger goes on to its checkpoints, and in which topic,
     * is not judged.
     */
    public VerificationResult resultSoFar() {
        FaultLog reached = new FaultLog();
        checkpoints.mismatches().forEach(reached::add);
        return new VerificationResult(
                genesis().map(Genesis::ledger).orElse(null),
                ledgerId().orElse(null),
                records,
                tree.size(),
                last == null ? null : last.sequence(),
                last == null ? null : last.eventHash(),
                tree.frontier().root(),
                faults.summary().plus(reached.summary()),
                notes.findings(),
                notes.unsupported());
    }

    /** What was found, where the records were read up to the end. */
    public VerificationResult resultAtEnd() {
        FaultLog atEnd = new FaultLog();
        Sequence missing = firstMissing == null ? LastRecord.next(last) : firstMissing;
        checkpoints.truncations(tree, missing).forEach(atEnd::add);
        topicReplaced().ifPresent(atEnd::add);
        return resultSoFar().plus(atEnd.summary());
    }

    /**
     * Whether the topic that is read is another one than the ledger names, as far as it was read. A ledger that was
     * restored to new topics has its sealstream.topic.replaced behind all that was there before, so that only the end
     * can tell.
     */
    public Optional<Fault> topicReplaced() {
        TopicIdentity topic = options.topic();
        return topic == null
                ? Optional.empty()
                : topics().flatMap(named -> topic.replaced(TopicIdentity.ofSealed(named), "sealed"));
    }

    private void read(PreparedRecord prepared, JudgedBatch judged) {
        records++;
        LedgerRecord record = prepared.record();
        PreparedRecord.Lone lone = prepared.lone();
        if (lone != null) {
            readEvent(lone, judged);
            return;
        }
        switch (record.content()) {
            case Tombstone tombstone -> judged.add(readTombstone(record), Optional.empty());
            case Undecodable undecodable -> judged.add(readUndecodable(record, undecodable), Optional.empty());
            case Decoded decoded -> throw new IllegalStateException("a decoded record was not prepared");
        }
    }

    private void readEvent(PreparedRecord.Lone lone, JudgedBatch batch) {
        ReadEvent event = lone.event();
        RecordFaults found = new RecordFaults(event.sequence(), event.offset());
        EventJudge.Judged judged = judge.judge(lone, last, found);
        last = LastRecord.decoded(last, event);
        tree.append(judged.leaf());
        checkpoints.note(tree);
        if (intake != null) {
            intake.sealed(event.sealed(), topics().orElse(null));
        }
        batch.add(found, judged.open());
    }

    /** The record stands for the next sequence. What its hash is, nobody can say, so the next one's link is not judged. */
    private RecordFaults readUndecodable(LedgerRecord record, Undecodable undecodable) {
        RecordFaults found = new RecordFaults(LastRecord.next(last), record.offset());
        found.add(FaultKind.MALFORMED, undecodable.reason());
        last = LastRecord.undecodable(last);
        return found;
    }

    private RecordFaults readTombstone(LedgerRecord record) {
        TopicFrame frame = record.frame();
        Sequence named =
                Optional.ofNullable(frame).flatMap(TopicFrame::keySequence).orElseGet(() -> LastRecord.next(last));
        RecordFaults found = new RecordFaults(named, record.offset());
        found.add(FaultKind.TOMBSTONE, "the record has a key and no value, which deletes the one with this key");
        return found;
    }

    private void log(Fault fault) {
        faults.add(fault);
        boolean isMissing = fault.kind() == FaultKind.SEQUENCE_GAP || fault.kind() == FaultKind.PREFIX_MISSING;
        if (isMissing && firstMissing == null) {
            firstMissing = fault.kind() == FaultKind.PREFIX_MISSING ? Sequence.GENESIS : fault.sequence();
        }
    }
}

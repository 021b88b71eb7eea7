package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the faults of one record. */
final class RecordFaults {
    private final Sequence sequence;
    private final long offset;
    private final List<Fault> faults = new ArrayList<>(0);

    /** @param sequence the record's own, or the one that it stands for */
    RecordFaults(Sequence sequence, long offset) {
        this.sequence = sequence;
        this.offset = offset;
    }

    void add(FaultKind kind, String detail) {
        add(kind, null, null, detail);
    }

    void add(FaultKind kind, @Nullable Object expected, @Nullable Object actual, String detail) {
        addAt(sequence, kind, expected, actual, detail);
    }

    /** A fault that this record shows and that belongs to another sequence. */
    void addAt(Sequence where, FaultKind kind, @Nullable Object expected, @Nullable Object actual, String detail) {
        faults.add(new Fault(kind, where, offset, text(expected), text(actual), detail));
    }

    /** Adds those that were found before, by whoever looked at this record alone. */
    void addAll(List<Fault> found) {
        faults.addAll(found);
    }

    /** Whether there is a fault of the record itself: a gap before it is not. */
    boolean hasOwn() {
        return faults.stream().anyMatch(fault -> fault.kind() != FaultKind.SEQUENCE_GAP);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<Fault> list() {
        return List.copyOf(faults);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

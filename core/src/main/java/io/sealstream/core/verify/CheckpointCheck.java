package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.merkle.GrowingTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A trusted checkpoint's size is reached, and its root is the tree's at that size. */
final class CheckpointCheck {
    private final List<TrustedCheckpoint> expected = new ArrayList<>();
    private final Set<Long> wanted = new HashSet<>();
    private final Map<Long, Hash> roots = new HashMap<>();

    void expect(TrustedCheckpoint checkpoint, GrowingTree now) {
        if (checkpoint.size() < now.size()) {
            throw new IllegalArgumentException("a checkpoint of size " + checkpoint.size() + " cannot be checked after "
                    + now.size() + " records were read; give it earlier");
        }
        expected.add(checkpoint);
        want(checkpoint.size(), now);
    }

    /** Where {@code size} is passed already, its root is never known. */
    void want(long size, GrowingTree now) {
        wanted.add(size);
        note(now);
    }

    Optional<Hash> rootAt(long size) {
        return Optional.ofNullable(roots.get(size));
    }

    /** A tree knows its own root and no earlier one, so each that will be asked for is kept as it passes by. */
    void note(GrowingTree now) {
        if (!wanted.isEmpty() && wanted.contains(now.size())) {
            roots.put(now.size(), now.frontier().root());
        }
    }

    List<Fault> mismatches() {
        List<Fault> faults = new ArrayList<>();
        for (TrustedCheckpoint checkpoint : expected) {
            Hash root = roots.get(checkpoint.size());
            if (root != null && !root.equals(checkpoint.root())) {
                faults.add(mismatch(checkpoint, root));
            }
        }
        return faults;
    }

    /** @param firstMissing the lowest sequence that is not there */
    List<Fault> truncations(GrowingTree end, Sequence firstMissing) {
        return expected.stream()
                .filter(checkpoint -> !roots.containsKey(checkpoint.size()))
                .map(checkpoint -> truncated(checkpoint, end, firstMissing))
                .toList();
    }

    private static Fault truncated(TrustedCheckpoint checkpoint, GrowingTree end, Sequence firstMissing) {
        return new Fault(
                FaultKind.CHECKPOINT_TRUNCATED,
                firstMissing,
                null,
                "at least " + checkpoint.size() + " records",
                end.size() + " records",
                "a trusted checkpoint has seen " + checkpoint.size() + " records, " + end.size() + " are left");
    }

    private static Fault mismatch(TrustedCheckpoint checkpoint, Hash root) {
        return Fault.ofLedger(
                FaultKind.CHECKPOINT_MISMATCH,
                checkpoint.root().hex(),
                root.hex(),
                "the first " + checkpoint.size() + " records are not those that a trusted checkpoint has seen");
    }
}

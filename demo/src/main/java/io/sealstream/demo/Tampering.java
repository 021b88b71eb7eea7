package io.sealstream.demo;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.FaultKind;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A way to tamper with an exported ledger, and what the verifier must say to it.
 *
 * @param name of the copy's file
 * @param what for people, with the sequence that is meant
 * @param change from the whole ledger to the tampered one
 * @param fault at {@code sequence}, among others maybe
 * @param sequence null where the fault belongs to none
 * @param alone whether it must be the only fault: every rule but this one holds, so nothing else would have shown it
 */
record Tampering(
        String name,
        String what,
        UnaryOperator<List<SealedEvent>> change,
        FaultKind fault,
        @Nullable Sequence sequence,
        boolean alone) {}

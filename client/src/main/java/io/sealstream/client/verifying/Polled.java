package io.sealstream.client.verifying;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.Fault;
import java.util.List;
import java.util.Set;

/** What a poll of a {@link VerifyingConsumer} gave. All but {@link Verified} are its end: later polls give the same. */
public sealed interface Polled {
    /** @param events directly behind those that were given before, in their order; none where nothing new is there */
    record Verified(List<SealedEvent> events) implements Polled {}

    /**
     * The ledger breaks a rule.
     *
     * @param faults the evidence, at least one. Of the records that were polled with them, none is given
     */
    record Tampered(List<Fault> faults) implements Polled {}

    /**
     * The topic is not, or no longer, what was read so far: it was deleted, or made anew, or records were deleted from it.
     *
     * @param detail what is missing and what to do
     */
    record Lost(String detail) implements Polled {}

    /** @param algorithms JSON names of a hash or of signatures that this version cannot compute: use a newer one */
    record Unsupported(Set<String> algorithms) implements Polled {}
}

package io.sealstream.sealer;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.schema.CertifiedEventCodec;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A record that must not be sealed.
 *
 * @param detail what the outcome's detail has in it
 * @param submit returns the record's intake offset
 */
record Hostile(String what, RejectReason reason, String detail, ToLongFunction<Submitter> submit) {
    static final String ID = "hostile";

    /** An event that is certified as it should be, and wrong otherwise. */
    static Hostile event(String what, RejectReason reason, String detail, Draft draft) {
        return certified(what, reason, detail, submitter -> submitter.certified(draft, TrialLedger.PRODUCER));
    }

    static Hostile certified(
            String what, RejectReason reason, String detail, Function<Submitter, CertifiedEvent> certified) {
        return new Hostile(what, reason, detail, submitter -> submitter.submit(certified.apply(submitter)));
    }

    static Hostile bytes(String what, RejectReason reason, String detail, byte[] value) {
        return new Hostile(what, reason, detail, submitter -> submitter.submit(key(), value));
    }

    static byte[] key() {
        return ID.getBytes(StandardCharsets.UTF_8);
    }

    /** A good record's value. */
    static byte[] good(Submitter submitter) {
        return new CertifiedEventCodec().encode(submitter.certified(Draft.of(ID), TrialLedger.PRODUCER));
    }

    @Override
    public String toString() {
        return what;
    }
}

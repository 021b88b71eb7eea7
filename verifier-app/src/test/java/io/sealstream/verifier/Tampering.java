package io.sealstream.verifier;

import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ways in which someone who can write the topic may change a ledger. Each is at one place, and the rest as it suits them. */
enum Tampering {
    /** Nothing was computed anew. */
    EDITED,
    /** With an event hash that is right, which the next record does not link to. */
    RECHAINED,
    /** All hashes are right, and only the signature is not. */
    FORGED,
    DROPPED,
    DOUBLED,
    SWAPPED,
    /** Two numbers are left out. */
    JUMPED,
    /** An event from the beginning is sealed once more. */
    REPEATED,
    /** All from here on, in a chain that is right. */
    REVERSED,
    /** The producer's key, which goes on to be used. */
    REVOKED,
    CUT_OFF;

    /** @param at the index of a record that has at least three before it */
    void change(List<SealedEvent> records, int at) {
        switch (this) {
            case EDITED -> records.set(at, TestLedger.edited(records.get(at)));
            case RECHAINED -> records.set(at, TestLedger.rechained(records.get(at)));
            case FORGED -> {
                List<SealedEvent> behind = cutFrom(records, at + 1);
                records.set(at, TestLedger.rechained(records.get(at)));
                addRelinked(records, behind);
            }
            case DROPPED -> records.remove(at);
            case DOUBLED -> records.add(at, records.get(at));
            case SWAPPED -> Collections.swap(records, at - 1, at);
            case JUMPED -> {
                List<SealedEvent> behind = cutFrom(records, at);
                SealedEvent last = records.getLast();
                records.addAll(TestLedger.relinked(last, last.sequence().value() + 3, behind));
            }
            case REPEATED -> {
                List<SealedEvent> behind = cutFrom(records, at);
                addRelinked(records, List.of(records.get(2)));
                addRelinked(records, behind);
            }
            case REVERSED -> {
                List<SealedEvent> behind = cutFrom(records, at);
                Collections.reverse(behind);
                addRelinked(records, behind);
            }
            case REVOKED -> {
                List<SealedEvent> behind = cutFrom(records, at);
                records.add(sealed(records.getLast(), revoked(records.getFirst())));
                addRelinked(records, behind);
            }
            case CUT_OFF -> records.subList(at, records.size()).clear();
        }
    }

    /** @return what was there from this index on */
    private static List<SealedEvent> cutFrom(List<SealedEvent> records, int at) {
        List<SealedEvent> tail = records.subList(at, records.size());
        List<SealedEvent> cut = new ArrayList<>(tail);
        tail.clear();
        return cut;
    }

    private static void addRelinked(List<SealedEvent> records, List<SealedEvent> more) {
        SealedEvent last = records.getLast();
        records.addAll(TestLedger.relinked(last, last.sequence().value() + 1, more));
    }

    private static SealedEvent sealed(SealedEvent before, CertifiedEvent certified) {
        return TestLedger.seal(
                before.sequence().next(), before.eventHash(), before.sealedAtMs(), before.intake(), certified);
    }

    private static CertifiedEvent revoked(SealedEvent genesis) {
        KeyRevoked revoked = new KeyRevoked(TestKeys.PRODUCER.keyId(), "lost");
        return new Certifier(genesis.eventHash(), TestKeys.ROOT)
                .certify(TestLedger.event("revoked", KeyRevoked.TYPE.value(), Payload.inline(revoked.toPayload())));
    }
}

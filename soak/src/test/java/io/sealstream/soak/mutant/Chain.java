package io.sealstream.soak.mutant;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import java.util.ArrayList;
import java.util.List;

/** Seals, without asking whether it should. */
final class Chain {
    private Chain() {}

    static SealedEvent next(List<SealedEvent> ledger, CertifiedEvent event, IntakePosition intake, long sealedAtMs) {
        Hash previous = ledger.isEmpty() ? Hash.ZERO : ledger.getLast().eventHash();
        return at(ledger.size(), previous, event, intake, sealedAtMs);
    }

    static SealedEvent at(long sequence, Hash previous, CertifiedEvent event, IntakePosition intake, long sealedAtMs) {
        SealHeader header = new SealHeader(
                HashAlgorithm.SHA_256,
                new Sequence(sequence),
                previous,
                sealedAtMs,
                intake,
                event.event().digest(),
                event.certificateDigest());
        return SealedEvent.seal(header, ChainHash.of(HashAlgorithm.SHA_256), event);
    }

    /** All of them again, with sequences and hashes that fit. */
    static List<SealedEvent> anew(List<SealedEvent> records) {
        List<SealedEvent> ledger = new ArrayList<>(records.size());
        for (SealedEvent record : records) {
            ledger.add(next(ledger, record.certified(), record.intake(), record.sealedAtMs()));
        }
        return ledger;
    }
}

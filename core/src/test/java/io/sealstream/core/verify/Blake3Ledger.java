package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import java.util.ArrayList;
import java.util.List;

/** Three records whose chain is linked by BLAKE3. */
final class Blake3Ledger {
    private static final ChainHash BLAKE3 = ChainHash.of(HashAlgorithm.BLAKE3);

    private Blake3Ledger() {}

    static List<SealedEvent> records() {
        Genesis sha256 = LedgerBuilder.genesis(Certification.NONE);
        Genesis genesis = new Genesis(
                sha256.ledger(),
                sha256.origin(),
                HashAlgorithm.BLAKE3,
                sha256.certification(),
                sha256.createdAtMs(),
                sha256.topics(),
                sha256.rootKeys(),
                null);
        List<SealedEvent> template = LedgerBuilder.begin(genesis)
                .uncertified(Events.ordinary("a"))
                .uncertified(Events.ordinary("b"))
                .records();
        List<SealedEvent> records = new ArrayList<>();
        Hash previous = Hash.ZERO;
        for (SealedEvent event : template) {
            SealedEvent linked = Sealed.withPreviousHash(event, previous);
            previous = linked.header(HashAlgorithm.BLAKE3).eventHash(BLAKE3);
            records.add(Sealed.withEventHash(linked, previous));
        }
        return records;
    }
}

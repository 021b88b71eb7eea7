package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.ChainHashes;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealHeader;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stored event_hash is the hash of the header.
 *
 * <p>A ledger's hash algorithm is what its genesis says. Where no genesis can be read, no stored field carries it: it is
 * then the one that gives the first record's event_hash, or SHA-256 where none does.
 */
record ChainCheck(HashAlgorithm algorithm, ChainHashes hashes) {

    static ChainCheck ofFirst(ReadEvent first, ChainHashes hashes) {
        if (first.sequence().isGenesis()
                && first.control() instanceof ControlPayload.Valid valid
                && valid.control() instanceof Genesis genesis) {
            return new ChainCheck(genesis.hash(), hashes);
        }
        return Stream.of(HashAlgorithm.values())
                .map(algorithm -> new ChainCheck(algorithm, hashes))
                .filter(check -> check.eventHash(first.header(check.algorithm))
                        .equals(Optional.of(first.sealed().eventHash())))
                .findFirst()
                .orElse(new ChainCheck(HashAlgorithm.SHA_256, hashes));
    }

    /** Safe to call on any thread. */
    HeaderHashes hashes(ReadEvent event) {
        SealHeader header = event.header(algorithm);
        Hash leaf = header.leafHash();
        // The same 32 bytes, so they are not computed twice.
        return new HeaderHashes(leaf, algorithm == HashAlgorithm.SHA_256 ? Optional.of(leaf) : eventHash(header));
    }

    /** @param hashes of {@code event} */
    void check(ReadEvent event, HeaderHashes hashes, Notes notes, RecordFaults faults) {
        Optional<Hash> computed = hashes.eventHash();
        Hash stored = event.sealed().eventHash();
        if (computed.isEmpty()) {
            notes.unsupported(algorithm.jsonName());
        } else if (!computed.get().equals(stored)) {
            faults.add(
                    FaultKind.EVENT_HASH_MISMATCH,
                    computed.get(),
                    stored,
                    "the record's fields give another hash than its event_hash");
        }
    }

    private Optional<Hash> eventHash(SealHeader header) {
        return hashes.find(algorithm).map(header::eventHash);
    }
}

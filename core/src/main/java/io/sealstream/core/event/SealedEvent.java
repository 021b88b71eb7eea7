package io.sealstream.core.event;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A record of the ledger, as it is stored.
 *
 * @param previousHash the event hash of the record before; 32 zero bytes in the genesis
 * @param eventHash as stored; a verifier computes it anew from {@link #header}
 * @param sealedAtMs when it was sealed; milliseconds since 1970-01-01T00:00:00Z
 */
public record SealedEvent(
        Sequence sequence,
        Hash previousHash,
        Hash eventHash,
        long sealedAtMs,
        IntakePosition intake,
        CertifiedEvent certified) {

    public Event event() {
        return certified.event();
    }

    public @Nullable Certificate certificate() {
        return certified.certificate();
    }

    /** Seals {@code certified}: the event hash is computed here. */
    public static SealedEvent seal(SealHeader header, ChainHash chainHash, CertifiedEvent certified) {
        return new SealedEvent(
                header.sequence(),
                header.previousHash(),
                header.eventHash(chainHash),
                header.sealedAtMs(),
                header.intake(),
                certified);
    }

    /** Whether the stored event hash is what the other fields give. */
    public boolean isHashedRight(HashAlgorithm hashAlgorithm) {
        return header(hashAlgorithm).eventHash(ChainHash.of(hashAlgorithm)).equals(eventHash);
    }

    /** The header that the stored fields give, whatever event hash is stored beside them. */
    public SealHeader header(HashAlgorithm hashAlgorithm) {
        return new SealHeader(
                hashAlgorithm,
                sequence,
                previousHash,
                sealedAtMs,
                intake,
                event().digest(),
                certified.certificateDigest());
    }
}

package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import org.jspecify.annotations.Nullable;

/** Sealed events with one field changed. Whether the event hash is right is another matter: see {@link #rehash}. */
final class Sealed {
    private static final ChainHash SHA_256 = ChainHash.of(HashAlgorithm.SHA_256);

    private Sealed() {}

    static SealedEvent withSequence(SealedEvent e, long sequence) {
        return new SealedEvent(
                new Sequence(sequence), e.previousHash(), e.eventHash(), e.sealedAtMs(), e.intake(), e.certified());
    }

    static SealedEvent withPreviousHash(SealedEvent e, Hash previousHash) {
        return new SealedEvent(e.sequence(), previousHash, e.eventHash(), e.sealedAtMs(), e.intake(), e.certified());
    }

    static SealedEvent withEventHash(SealedEvent e, Hash eventHash) {
        return new SealedEvent(e.sequence(), e.previousHash(), eventHash, e.sealedAtMs(), e.intake(), e.certified());
    }

    static SealedEvent withSealedAt(SealedEvent e, long sealedAtMs) {
        return new SealedEvent(e.sequence(), e.previousHash(), e.eventHash(), sealedAtMs, e.intake(), e.certified());
    }

    static SealedEvent withIntake(SealedEvent e, int partition, long offset) {
        IntakePosition intake = new IntakePosition(partition, offset);
        return new SealedEvent(e.sequence(), e.previousHash(), e.eventHash(), e.sealedAtMs(), intake, e.certified());
    }

    static SealedEvent withEvent(SealedEvent e, Event event) {
        return withCertified(e, new CertifiedEvent(event, e.certificate()));
    }

    static SealedEvent withCertificate(SealedEvent e, @Nullable Certificate certificate) {
        return withCertified(e, new CertifiedEvent(e.event(), certificate));
    }

    private static SealedEvent withCertified(SealedEvent e, CertifiedEvent certified) {
        return new SealedEvent(e.sequence(), e.previousHash(), e.eventHash(), e.sealedAtMs(), e.intake(), certified);
    }

    /** With the event hash that the other fields give. */
    static SealedEvent rehash(SealedEvent e) {
        return withEventHash(e, e.header(HashAlgorithm.SHA_256).eventHash(SHA_256));
    }

    static Hash flip(Hash hash) {
        byte[] bytes = hash.toByteArray();
        bytes[0] ^= 1;
        return Hash.wrap(bytes);
    }
}

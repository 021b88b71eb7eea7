package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import java.nio.ByteBuffer;

/**
 * Where a ledger ends: all that the next record's header takes from the one before, and how far the intake has been
 * worked off.
 *
 * @param sealedAtMs of the last sealed record
 * @param intakeOffset of the last intake record that has an outcome of any kind; -1 before the first
 */
public record LedgerHead(Sequence sequence, Hash eventHash, long sealedAtMs, long intakeOffset) {
    /** Before the first outcome. */
    public static final long NO_INTAKE = -1;

    private static final byte VERSION = 1;
    private static final int LENGTH = 1 + Long.BYTES + Hash.LENGTH + Long.BYTES + Long.BYTES;

    /**
     * The head right behind the genesis, before any outcome.
     *
     * @param eventHash of the genesis
     * @param sealedAtMs of the genesis
     */
    public static LedgerHead atGenesis(Hash eventHash, long sealedAtMs) {
        return new LedgerHead(Sequence.GENESIS, eventHash, sealedAtMs, NO_INTAKE);
    }

    /** What the ledger itself wrote, as a policy note, never was in the intake. */
    LedgerHead sealed(SealedEvent event) {
        long offset = event.intake().isInIntake() ? event.intake().offset() : intakeOffset;
        return new LedgerHead(event.sequence(), event.eventHash(), event.sealedAtMs(), offset);
    }

    LedgerHead rejected(long offset) {
        return new LedgerHead(sequence, eventHash, sealedAtMs, offset);
    }

    /** The form in which the head store keeps it, 57 bytes. */
    public Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(LENGTH);
        out.put(VERSION).putLong(sequence.value());
        eventHash.writeTo(out);
        out.putLong(sealedAtMs).putLong(intakeOffset);
        return Bytes.wrap(out.array());
    }

    /** @throws IllegalArgumentException where the bytes are no head of this version */
    public static LedgerHead decode(Bytes encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded.toByteArray());
        if (in.remaining() != LENGTH || in.get() != VERSION) {
            throw new IllegalArgumentException("no ledger head of version " + VERSION + ": " + encoded);
        }
        Sequence sequence = new Sequence(in.getLong());
        byte[] eventHash = new byte[Hash.LENGTH];
        in.get(eventHash);
        return new LedgerHead(sequence, Hash.wrap(eventHash), in.getLong(), in.getLong());
    }
}

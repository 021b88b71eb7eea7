package io.sealstream.core.seal;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;

/** The first record of a ledger, which {@code init} writes. Its event hash is the ledger's id. */
public final class GenesisRecord {
    private GenesisRecord() {}

    public static SealedEvent of(Genesis genesis, ChainHash chainHash) {
        Event event = new Event(
                Genesis.EVENT_ID,
                Genesis.TYPE,
                genesis.createdAtMs(),
                0,
                Payload.inline(genesis.toPayload()),
                Metadata.EMPTY);
        CertifiedEvent certified = new CertifiedEvent(event, null);
        SealHeader header = new SealHeader(
                genesis.hash(),
                Sequence.GENESIS,
                Hash.ZERO,
                genesis.createdAtMs(),
                IntakePosition.NONE,
                event.digest(),
                certified.certificateDigest());
        return SealedEvent.seal(header, chainHash, certified);
    }
}

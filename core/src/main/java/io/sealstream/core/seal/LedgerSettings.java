package io.sealstream.core.seal;

import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;

/**
 * What the genesis fixed for ever.
 *
 * @param ledgerId the event hash of the genesis
 */
public record LedgerSettings(String ledger, Hash ledgerId, HashAlgorithm hash, Certification certification) {
    public static LedgerSettings of(SealedEvent record, Genesis genesis) {
        return new LedgerSettings(genesis.ledger(), record.eventHash(), genesis.hash(), genesis.certification());
    }
}

package io.sealstream.sealer;

import io.sealstream.command.NamedChoice;
import io.sealstream.core.event.HashAlgorithm;
import java.util.List;

/** The hashes that a ledger's chain can have. */
final class ChainHashChoice extends NamedChoice<HashAlgorithm> {
    ChainHashChoice() {
        super(List.of(HashAlgorithm.values()), HashAlgorithm::jsonName);
    }
}

package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.SealedEvent;
import java.util.ArrayList;
import java.util.List;

/** What the ledger's control events so far have laid down. It exists only where the ledger begins with a good genesis. */
final class Governance {
    private final Genesis genesis;
    private final Hash ledgerId;
    private final VerifiedKeys keys;
    private final List<SealedEvent> inForce = new ArrayList<>();
    private LedgerTopics topics;

    /** @param first the ledger's first record, which says {@code genesis} */
    Governance(Genesis genesis, SealedEvent first) {
        this.genesis = genesis;
        this.ledgerId = first.eventHash();
        this.keys = new VerifiedKeys(genesis);
        this.topics = genesis.topics();
        inForce.add(first);
    }

    Genesis genesis() {
        return genesis;
    }

    /** The event_hash of the genesis. */
    Hash ledgerId() {
        return ledgerId;
    }

    Certification certification() {
        return genesis.certification();
    }

    VerifiedKeys keys() {
        return keys;
    }

    /** Those that the newest sealstream.topic.replaced names, or the genesis. */
    LedgerTopics topics() {
        return topics;
    }

    /** The genesis and the events that changed something since, in their order. */
    List<SealedEvent> inForce() {
        return List.copyOf(inForce);
    }

    /** Lets {@code event}, which says {@code control} and has no fault, take effect. */
    void apply(ControlEvent control, SealedEvent event) {
        switch (control) {
            case KeyAdded added -> keys.add(added, event.sequence());
            case KeyRevoked revoked -> keys.revoke(revoked, event.sequence());
            case TopicReplaced replaced -> topics = replaced.topics();
            case PolicyNoted note -> {
                return;
            }
            case Genesis other -> throw new IllegalStateException("a second genesis never is without a fault");
        }
        inForce.add(event);
    }
}

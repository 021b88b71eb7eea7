package io.sealstream.core.event;

import io.sealstream.core.Hash;
import io.sealstream.core.key.SigningKey;
import io.sealstream.core.merkle.MerkleTree;
import java.util.ArrayList;
import java.util.List;

/** Certifies events for one ledger with one key. */
public final class Certifier {
    private final Hash ledgerId;
    private final SigningKey key;

    /** @param ledgerId the event_hash of the ledger's genesis */
    public Certifier(Hash ledgerId, SigningKey key) {
        this.ledgerId = ledgerId;
        this.key = key;
    }

    public CertifiedEvent certify(Event event) {
        byte[] statement = Statement.single(ledgerId, key.algorithm(), key.keyId(), event.digest());
        return new CertifiedEvent(event, new Certificate(key.algorithm(), key.keyId(), key.sign(statement), null));
    }

    /** One signature for all of {@code events}: each carries it with its own audit path. */
    public List<CertifiedEvent> certifyBatch(List<Event> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        MerkleTree tree = new MerkleTree();
        events.forEach(event -> tree.append(Statement.batchLeaf(event.digest())));
        long size = tree.size();
        var signature = key.sign(Statement.batch(ledgerId, key.algorithm(), key.keyId(), size, tree.root(size)));

        List<CertifiedEvent> certified = new ArrayList<>(events.size());
        for (Event event : events) {
            long index = certified.size();
            BatchProof batch =
                    new BatchProof(index, size, tree.inclusionProof(index, size).path());
            certified.add(new CertifiedEvent(event, new Certificate(key.algorithm(), key.keyId(), signature, batch)));
        }
        return certified;
    }
}

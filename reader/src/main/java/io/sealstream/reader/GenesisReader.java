package io.sealstream.reader;

import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import java.time.Duration;

/** Reads what a ledger's first record says; everyone who signs or seals for it starts there. */
public final class GenesisReader {
    private GenesisReader() {}

    /** What stands at the start of a sealed topic. */
    public sealed interface Start {}

    /** @param record its event hash, which is right, is the ledger's id */
    public record Found(SealedEvent record, Genesis genesis) implements Start {}

    /** No committed record is there. */
    public record Empty() implements Start {}

    /** @param reason why the topic is not this ledger's */
    public record Foreign(String reason) implements Start {}

    /** @param reason why the first record is no good genesis, though the topic is a ledger's: it was tampered with */
    public record Damaged(String reason) implements Start {}

    /** @throws LedgerUnreadableException where the topic could not be read in time */
    public static Start read(KafkaConnection connection, LedgerTopicNames names, Duration timeout)
            throws LedgerUnreadableException {
        return FirstCommitted.of(connection, names.sealed(), timeout)
                .map(first -> start(new SealedRecordDecoder().decode(first), names))
                .orElseGet(Empty::new);
    }

    private static Start start(LedgerRecord record, LedgerTopicNames names) {
        return switch (record.content()) {
            case LedgerRecord.Decoded(SealedEvent event) -> start(event, names);
            case LedgerRecord.Tombstone tombstone -> new Damaged("its first record has no value");
            case LedgerRecord.Undecodable undecodable -> new Foreign("its first record can't be decoded");
        };
    }

    private static Start start(SealedEvent event, LedgerTopicNames names) {
        if (!event.sequence().isGenesis() || !event.event().eventType().equals(Genesis.TYPE)) {
            return new Damaged("its first record is sequence " + event.sequence() + " of type \""
                    + event.event().eventType() + "\", no genesis");
        }
        return switch (ControlPayload.read(event.event())) {
            case ControlPayload.Valid(Genesis genesis) -> checked(event, genesis, names);
            case ControlPayload.Invalid invalid -> new Damaged("its genesis is invalid: " + invalid.reason());
            default -> new Damaged("its first record is no genesis");
        };
    }

    private static Start checked(SealedEvent event, Genesis genesis, LedgerTopicNames names) {
        boolean right = event.event().payload().isConsistent() && event.isHashedRight(genesis.hash());
        if (!right) {
            return new Damaged("the hash of its genesis is wrong");
        }
        return genesis.ledger().equals(names.ledger())
                ? new Found(event, genesis)
                : new Foreign("its genesis is that of the ledger \"" + genesis.ledger() + '"');
    }
}

package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SigningKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals whatever it is given, by the book in all that nobody asked to be otherwise: sequence, chain, hash. So a test can
 * break one rule and keep the others.
 */
final class LedgerBuilder {
    static final long FIRST_MS = 1_760_000_001_000L;
    static final LedgerTopics TOPICS =
            new LedgerTopics("cluster-1", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAQ");

    private final List<SealedEvent> records = new ArrayList<>();
    private long sealedAtMs = FIRST_MS;
    private long intakeOffset;

    /** A ledger that requires certificates: the genesis, and {@link Keys#PRODUCER} added by {@link Keys#ROOT}. */
    static LedgerBuilder ledger() {
        return ledger(Certification.REQUIRED);
    }

    static LedgerBuilder ledger(Certification certification) {
        return begin(genesis(certification)).control(Keys.add(Keys.PRODUCER, KeyRole.PRODUCER));
    }

    static LedgerBuilder begin(Genesis genesis) {
        return new LedgerBuilder().genesis(genesis);
    }

    static LedgerBuilder empty() {
        return new LedgerBuilder();
    }

    static Genesis genesis(Certification certification) {
        return genesis(certification, List.of(Keys.root(Keys.ROOT)));
    }

    static Genesis genesis(Certification certification, List<NamedPublicKey> roots) {
        return new Genesis(
                "payments",
                "example.com/payments",
                HashAlgorithm.SHA_256,
                certification,
                FIRST_MS,
                TOPICS,
                roots,
                Keys.CHECKPOINT.publicKey());
    }

    LedgerBuilder genesis(Genesis genesis) {
        return byTheLedger(Events.control(Genesis.EVENT_ID.value(), genesis));
    }

    LedgerBuilder note(PolicyNoted note) {
        return byTheLedger(Events.control(PolicyNoted.eventId(note.sequence()).value(), note));
    }

    LedgerBuilder control(ControlEvent control) {
        return control(Keys.ROOT, control);
    }

    LedgerBuilder control(SigningKey key, ControlEvent control) {
        return certified(key, Events.control("control-" + records.size(), control));
    }

    /** {@code count} ordinary events by {@link Keys#PRODUCER}. */
    LedgerBuilder events(int count) {
        for (int i = 0; i < count; i++) {
            certified(Keys.PRODUCER, Events.ordinary("event-" + records.size()));
        }
        return this;
    }

    LedgerBuilder certified(SigningKey key, Event event) {
        return seal(new Certifier(ledgerId(), key).certify(event));
    }

    LedgerBuilder uncertified(Event event) {
        return seal(new CertifiedEvent(event, null));
    }

    LedgerBuilder byTheLedger(Event event) {
        return seal(new CertifiedEvent(event, null), IntakePosition.NONE);
    }

    LedgerBuilder seal(CertifiedEvent certified) {
        return seal(certified, IntakePosition.at(intakeOffset++));
    }

    LedgerBuilder seal(CertifiedEvent certified, IntakePosition intake) {
        Hash previous = records.isEmpty() ? Hash.ZERO : records.getLast().eventHash();
        records.add(Sealed.rehash(
                new SealedEvent(new Sequence(records.size()), previous, Hash.ZERO, sealedAtMs, intake, certified)));
        return this;
    }

    /** The time of the records from here on. */
    LedgerBuilder at(long sealedAtMs) {
        this.sealedAtMs = sealedAtMs;
        return this;
    }

    /** The intake offset of the next record. */
    LedgerBuilder offset(long intakeOffset) {
        this.intakeOffset = intakeOffset;
        return this;
    }

    Hash ledgerId() {
        return records.getFirst().eventHash();
    }

    List<SealedEvent> records() {
        return List.copyOf(records);
    }

    /** The records, where the one at {@code sequence} is another. */
    List<SealedEvent> with(int sequence, SealedEvent other) {
        List<SealedEvent> changed = new ArrayList<>(records);
        changed.set(sequence, other);
        return changed;
    }
}

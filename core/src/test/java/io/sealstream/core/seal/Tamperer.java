package io.sealstream.core.seal;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Someone who may write the sealed topic and changes one thing in it, drawn from a seed. */
final class Tamperer {
    /** @param what was done, for whoever reads of a failure */
    record Tampered(String what, List<SealedEvent> ledger) {}

    private final SplittableRandom random;
    private final EventEditor editor;

    Tamperer(SplittableRandom random) {
        this.random = random;
        this.editor = new EventEditor(random);
    }

    Tampered tamper(List<SealedEvent> original) {
        List<SealedEvent> ledger = new ArrayList<>(original);
        int at = random.nextInt(ledger.size());
        return switch (random.nextInt(12)) {
            case 0 -> {
                ledger.remove(at);
                yield new Tampered("dropped " + at, ledger);
            }
            case 1 -> new Tampered("cut off from " + at, ledger.subList(0, at));
            case 2 -> {
                int other = (at + 1 + random.nextInt(ledger.size() - 1)) % ledger.size();
                Collections.swap(ledger, at, other);
                yield new Tampered("swapped " + at + " and " + other, ledger);
            }
            case 3 -> {
                int where = random.nextInt(ledger.size() + 1);
                ledger.add(where, ledger.get(at));
                yield new Tampered("doubled " + at + " at " + where, ledger);
            }
            case 4 -> {
                ledger.set(at, event(ledger.get(at), editor.event(ledger.get(at).certified())));
                rechain(ledger, at);
                yield new Tampered("rewritten as a whole from " + at, ledger);
            }
            case 5, 6, 7 -> {
                ledger.set(at, header(ledger.get(at)));
                yield new Tampered("header of " + at, ledger);
            }
            default -> {
                ledger.set(at, event(ledger.get(at), editor.edit(ledger.get(at).certified())));
                yield new Tampered("event of " + at, ledger);
            }
        };
    }

    private SealedEvent header(SealedEvent e) {
        Hash hash = Hash.wrap(editor.bytes(Hash.LENGTH).toByteArray());
        return switch (random.nextInt(6)) {
            case 0 -> of(e.sequence().next().value(), e.previousHash(), e.eventHash(), e.sealedAtMs(), e.intake(), e);
            case 1 -> of(e.sequence().value(), hash, e.eventHash(), e.sealedAtMs(), e.intake(), e);
            case 2 -> of(e.sequence().value(), e.previousHash(), hash, e.sealedAtMs(), e.intake(), e);
            case 3 -> {
                long otherMs = e.sealedAtMs() + (random.nextBoolean() ? 1 : -1);
                yield of(e.sequence().value(), e.previousHash(), e.eventHash(), otherMs, e.intake(), e);
            }
            case 4 -> {
                IntakePosition other =
                        new IntakePosition(e.intake().partition(), e.intake().offset() + 1);
                yield of(e.sequence().value(), e.previousHash(), e.eventHash(), e.sealedAtMs(), other, e);
            }
            default -> {
                IntakePosition other = new IntakePosition(
                        e.intake().partition() + 1, e.intake().offset());
                yield of(e.sequence().value(), e.previousHash(), e.eventHash(), e.sealedAtMs(), other, e);
            }
        };
    }

    private static SealedEvent of(
            long sequence, Hash previous, Hash hash, long sealedAtMs, IntakePosition intake, SealedEvent rest) {
        return new SealedEvent(new Sequence(sequence), previous, hash, sealedAtMs, intake, rest.certified());
    }

    private static SealedEvent event(SealedEvent e, CertifiedEvent other) {
        return new SealedEvent(e.sequence(), e.previousHash(), e.eventHash(), e.sealedAtMs(), e.intake(), other);
    }

    /** Computes every hash anew, as somebody would who wants the chain to hold. */
    private static void rechain(List<SealedEvent> ledger, int from) {
        for (int i = from; i < ledger.size(); i++) {
            SealHeader old = ledger.get(i).header(HashAlgorithm.SHA_256);
            SealHeader header = new SealHeader(
                    old.hashAlgorithm(),
                    old.sequence(),
                    i == 0 ? Hash.ZERO : ledger.get(i - 1).eventHash(),
                    old.sealedAtMs(),
                    old.intake(),
                    old.eventDigest(),
                    old.certificateDigest());
            ledger.set(
                    i,
                    SealedEvent.seal(header, TestLedger.SHA_256, ledger.get(i).certified()));
        }
    }
}

package io.sealstream.benchmarks.core;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.seal.GenesisRecord;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.LedgerSettings;
import io.sealstream.core.seal.Outcome;
import io.sealstream.core.seal.Sealer;
import io.sealstream.core.seal.SealerState;
import io.sealstream.core.seal.SealingLimits;
import io.sealstream.core.seal.SealingStep;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A ledger in memory without certificates, and a sealer whose index never has anything. */
final class SampleLedger {
    private static final long NOW_MS = 1_767_225_600_000L;
    private static final int PAYLOAD_BYTES = 300;
    private static final LedgerTopics TOPICS = new LedgerTopics("cluster", "intake", "sealed");

    private final SplittableRandom random = new SplittableRandom(20_260_101);
    private final SealedEvent genesis;
    private final Sealer sealer;
    private SealerState state;

    SampleLedger() {
        NamedPublicKey root = new NamedPublicKey(new KeyId("root"), rootKey().publicKey());
        Genesis settings = new Genesis(
                "sample",
                "example.com/sample",
                HashAlgorithm.SHA_256,
                Certification.RECORDED,
                NOW_MS,
                TOPICS,
                List.of(root),
                null);
        ChainHash chainHash = ChainHash.of(HashAlgorithm.SHA_256);
        genesis = GenesisRecord.of(settings, chainHash);
        sealer = new Sealer(
                chainHash,
                eventId -> Optional.empty(),
                new CertificateVerifier(SignatureSchemes.supported()),
                SealingLimits.DEFAULT,
                AdmissionPolicy.NONE);
        state = new SealerState(
                LedgerSettings.of(genesis, settings),
                LedgerHead.atGenesis(genesis.eventHash(), genesis.sealedAtMs()),
                KeyRegister.of(settings),
                TOPICS,
                TOPICS);
    }

    private static Ed25519SigningKey rootKey() {
        return Ed25519SigningKey.generate(new SecureRandom());
    }

    CertifiedEvent event(int number) {
        byte[] payload = new byte[PAYLOAD_BYTES];
        random.nextBytes(payload);
        Event event = new Event(
                new EventId("event-" + number),
                new EventType("payment.booked"),
                NOW_MS,
                0,
                Payload.inline(Bytes.wrap(payload)),
                Metadata.EMPTY);
        return new CertifiedEvent(event, null);
    }

    /** Seals the next event, which the ledger then ends with. */
    SealedEvent seal(CertifiedEvent certified) {
        Bytes key = Bytes.utf8(certified.event().eventId().value());
        IntakeRecord record = new IntakeRecord(
                state.head().intakeOffset() + 1, NOW_MS, key, key, null, new IntakeRecord.Content.Decoded(certified));
        SealingStep step = sealer.seal(state, record, NOW_MS);
        state = step.next();
        if (step.outcome() instanceof Outcome.Sealed sealed) {
            return sealed.event();
        }
        throw new IllegalStateException("an event without fault was not sealed: " + step.outcome());
    }

    /** The genesis and so many events. */
    List<SealedEvent> sealed(int events) {
        List<SealedEvent> all = new ArrayList<>(List.of(genesis));
        for (int i = 1; i <= events; i++) {
            all.add(seal(event(i)));
        }
        return all;
    }
}

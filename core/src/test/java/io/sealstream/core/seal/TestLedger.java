package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.key.SigningKey;
import io.sealstream.core.policy.AdmissionPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger in memory, with {@link TestKeys#PRODUCER} registered: what is sealed enters the index, the state moves on. */
final class TestLedger {
    static final long CREATED_AT_MS = 1_700_000_000_000L;
    static final LedgerTopics TOPICS = new LedgerTopics("cluster", "intake-id", "sealed-id");
    static final CertificateVerifier CERTIFICATES = new CertificateVerifier(SignatureSchemes.supported());
    static final ChainHash SHA_256 = ChainHash.of(HashAlgorithm.SHA_256);

    private final Map<EventId, EventIndex.Entry> index = new HashMap<>();
    private final Sealer sealer;
    private SealerState state;
    private long nowMs = CREATED_AT_MS;
    private int controls;

    TestLedger(Certification certification) {
        this(certification, SealingLimits.DEFAULT);
    }

    TestLedger(Certification certification, SealingLimits limits) {
        this(certification, limits, AdmissionPolicy.NONE);
    }

    TestLedger(Certification certification, SealingLimits limits, AdmissionPolicy policy) {
        this(genesis(certification), TOPICS, limits, CERTIFICATES, policy);
        seal(control(TestKeys.producer(TestKeys.PRODUCER)));
    }

    TestLedger(Genesis genesis, LedgerTopics actual, SealingLimits limits) {
        this(genesis, actual, limits, CERTIFICATES);
    }

    TestLedger(Genesis genesis, LedgerTopics actual, SealingLimits limits, CertificateVerifier certificates) {
        this(genesis, actual, limits, certificates, AdmissionPolicy.NONE);
    }

    private TestLedger(
            Genesis genesis,
            LedgerTopics actual,
            SealingLimits limits,
            CertificateVerifier certificates,
            AdmissionPolicy policy) {
        ChainHash hash = ChainHash.of(genesis.hash());
        SealedEvent record = GenesisRecord.of(genesis, hash);
        state = new SealerState(
                LedgerSettings.of(record, genesis),
                LedgerHead.atGenesis(record.eventHash(), record.sealedAtMs()),
                KeyRegister.of(genesis),
                genesis.topics(),
                actual);
        sealer = new Sealer(hash, id -> Optional.ofNullable(index.get(id)), certificates, limits, policy);
        remember(record, record.event().digest());
    }

    static Genesis genesis(Certification certification) {
        return new Genesis(
                "ledger",
                "example.com/ledger",
                HashAlgorithm.SHA_256,
                certification,
                CREATED_AT_MS,
                TOPICS,
                List.of(new NamedPublicKey(TestKeys.ROOT.keyId(), TestKeys.ROOT.publicKey())),
                null);
    }

    static TestLedger requiringCertificates() {
        return new TestLedger(Certification.REQUIRED);
    }

    /** Certificates do not matter in it. */
    static TestLedger withoutCertificates() {
        return new TestLedger(Certification.NONE);
    }

    SealerState state() {
        return state;
    }

    Hash ledgerId() {
        return state.ledger().ledgerId();
    }

    void clockSays(long ms) {
        nowMs = ms;
    }

    CertifiedEvent certify(Draft draft) {
        return certify(draft.event(), TestKeys.PRODUCER);
    }

    CertifiedEvent certify(Event event, SigningKey key) {
        return new Certifier(ledgerId(), key).certify(event);
    }

    /** A control event that the root certified, under an event id of its own. */
    CertifiedEvent control(ControlEvent control) {
        return control(Draft.of("control-" + controls++, control));
    }

    CertifiedEvent control(Draft draft) {
        return certify(draft.event(), TestKeys.ROOT);
    }

    /** {@code certified} as the next record of the intake, with all that belongs to one. */
    IntakeRecord next(CertifiedEvent certified) {
        Bytes key = Bytes.utf8(certified.event().eventId().value());
        return new IntakeRecord(
                state.head().intakeOffset() + 1,
                nowMs,
                key,
                Bytes.utf8("encoded " + certified.event().eventId()),
                null,
                new IntakeRecord.Content.Decoded(certified));
    }

    Outcome seal(IntakeRecord record) {
        return step(record).outcome();
    }

    SealingStep step(IntakeRecord record) {
        SealingStep step = sealer.seal(state, record, nowMs);
        state = step.next();
        if (step.outcome() instanceof Outcome.Sealed(SealedEvent event, Hash digest)) {
            remember(event, digest);
        }
        SealedEvent note = step.note();
        if (note != null) {
            remember(note, note.event().digest());
        }
        return step;
    }

    Outcome seal(CertifiedEvent certified) {
        return seal(next(certified));
    }

    SealedEvent sealed(CertifiedEvent certified) {
        return sealed(next(certified));
    }

    SealedEvent sealed(IntakeRecord record) {
        return switch (seal(record)) {
            case Outcome.Sealed sealed -> sealed.event();
            case Outcome.Rejected rejected -> throw new AssertionError("not sealed: " + rejected.event());
        };
    }

    RejectedEvent rejected(CertifiedEvent certified) {
        return rejected(next(certified));
    }

    RejectedEvent rejected(IntakeRecord record) {
        return switch (seal(record)) {
            case Outcome.Rejected rejected -> rejected.event();
            case Outcome.Sealed sealed -> throw new AssertionError("not rejected: " + sealed.event());
        };
    }

    private void remember(SealedEvent event, Hash digest) {
        index.put(event.event().eventId(), new EventIndex.Entry(event.sequence(), digest));
    }
}

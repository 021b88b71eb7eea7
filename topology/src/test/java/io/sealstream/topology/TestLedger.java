package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.seal.GenesisRecord;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.SealingLimits;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.schema.CertifiedEventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A small ledger: its names, its genesis, its clock, and who follows it. */
final class TestLedger {
    static final LedgerTopicNames NAMES = new LedgerTopicNames("ledger");
    static final LedgerTopics TOPICS = new LedgerTopics("cluster", "intake-id", "sealed-id");
    static final long CREATED_AT_MS = 1_700_000_000_000L;
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final ChainHash SHA_256 = ChainHash.of(HashAlgorithm.SHA_256);
    private static final CertifiedEventCodec CODEC = new CertifiedEventCodec();

    static final Ed25519SigningKey ROOT = Ed25519SigningKey.ofSeed(Bytes.wrap(new byte[32]));

    final SealedEvent genesis;
    final FakeLedgerView follower;
    CertificateVerifier certificates = new CertificateVerifier(SignatureSchemes.supported());
    private long nowMs = CREATED_AT_MS;
    boolean nothingRejected = true;
    boolean rejectedIsSettled = true;
    AdmissionPolicy policy = AdmissionPolicy.NONE;
    private SealingObserver observer = SealingObserver.NONE;

    /** Where the follower is, unless a test says otherwise. */
    long sealedEnd;

    @Nullable
    String lostIntake;

    /** Asks for no certificates. */
    TestLedger() {
        this(Certification.NONE);
    }

    TestLedger(Certification certification) {
        Genesis laidDown = genesis(certification);
        genesis = GenesisRecord.of(laidDown, SHA_256);
        follower = new FakeLedgerView(genesis, laidDown);
    }

    void clockSays(long ms) {
        nowMs = ms;
    }

    long nowMs() {
        return nowMs;
    }

    /** From now on setups have it. */
    void observedBy(SealingObserver other) {
        observer = other;
    }

    SealingSetup setup() {
        return setup(null);
    }

    SealingSetup setup(@Nullable LedgerHead adopted) {
        return new SealingSetup(
                NAMES,
                TOPICS,
                follower,
                certificates,
                SealingLimits.DEFAULT,
                policy,
                () -> Instant.ofEpochMilli(nowMs),
                PATIENCE,
                look(),
                observer,
                adopted);
    }

    private StartLook look() {
        return new StartLook() {
            @Override
            public boolean nothingRejected() {
                return nothingRejected;
            }

            @Override
            public void awaitRejectedSettled() {
                if (!rejectedIsSettled) {
                    throw new TimeoutException("a transaction is open");
                }
            }

            @Override
            public long sealedEnd() {
                return sealedEnd;
            }

            @Override
            public Optional<String> lostIntake(LedgerHead head) {
                return Optional.ofNullable(lostIntake).map(lost -> lost + " " + head.intakeOffset());
            }
        };
    }

    static CertifiedEvent event(String id) {
        return event(id, "hello");
    }

    static CertifiedEvent event(String id, String payload) {
        Event event = new Event(
                new EventId(id),
                new EventType("payment.made"),
                CREATED_AT_MS,
                0,
                Payload.inline(Bytes.utf8(payload)),
                Metadata.EMPTY);
        return new CertifiedEvent(event, null);
    }

    /** What a producer would write; the broker's append time is what the clock says. */
    Record<byte[], byte[]> record(CertifiedEvent event) {
        byte[] key = event.event().eventId().value().getBytes(StandardCharsets.UTF_8);
        return new Record<>(key, CODEC.encode(event), nowMs);
    }

    /** What {@code event} must become behind {@code before}. */
    SealedEvent sealed(SealedEvent before, long intakeOffset, CertifiedEvent event) {
        return sealed(before.sequence().next(), before.eventHash(), intakeOffset, event);
    }

    SealedEvent sealed(Sequence sequence, Hash previousHash, long intakeOffset, CertifiedEvent event) {
        return sealed(sequence, previousHash, IntakePosition.at(intakeOffset), event);
    }

    /** The record that says {@code noted} behind {@code about}. */
    SealedEvent note(SealedEvent about, PolicyNoted noted) {
        Event event = new Event(
                PolicyNoted.eventId(about.sequence()),
                PolicyNoted.TYPE,
                nowMs,
                0,
                Payload.inline(noted.toPayload()),
                Metadata.EMPTY);
        return sealed(about.sequence().next(), about.eventHash(), IntakePosition.NONE, new CertifiedEvent(event, null));
    }

    private SealedEvent sealed(Sequence sequence, Hash previousHash, IntakePosition intake, CertifiedEvent event) {
        SealHeader header = new SealHeader(
                HashAlgorithm.SHA_256,
                sequence,
                previousHash,
                nowMs,
                intake,
                event.event().digest(),
                event.certificateDigest());
        return SealedEvent.seal(header, SHA_256, event);
    }

    private static Genesis genesis(Certification certification) {
        return new Genesis(
                "ledger",
                "example.com/ledger",
                HashAlgorithm.SHA_256,
                certification,
                CREATED_AT_MS,
                TOPICS,
                List.of(new NamedPublicKey(ROOT.keyId(), ROOT.publicKey())),
                null);
    }
}

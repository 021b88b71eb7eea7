package io.sealstream.verifier;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.checkpoint.NoteSigner;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
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
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SigningKey;
import io.sealstream.core.merkle.Frontier;
import io.sealstream.core.merkle.GrowingTree;
import io.sealstream.core.seal.GenesisRecord;
import io.sealstream.schema.LedgerJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ledger by the book, as values: a genesis, a producer's key, and events. What is broken, a test breaks. */
final class TestLedger {
    static final String ORIGIN = "example.com/test";
    static final long CREATED_AT_MS = 1_760_000_000_000L;
    static final LedgerTopics NOWHERE = new LedgerTopics("cluster", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAQ");

    private static final ChainHash SHA_256 = ChainHash.of(HashAlgorithm.SHA_256);

    private final Genesis genesis;
    private final List<SealedEvent> records = new ArrayList<>();

    private TestLedger(Genesis genesis) {
        this.genesis = genesis;
        records.add(GenesisRecord.of(genesis, SHA_256));
    }

    /** With a checkpoint key in its genesis, and {@code events} events behind the two records that every ledger here has. */
    static TestLedger of(String name, LedgerTopics topics, int events) {
        return of(genesis(name, topics, Certification.REQUIRED, TestKeys.CHECKPOINT), events);
    }

    static TestLedger of(int events) {
        return of("test", NOWHERE, events);
    }

    static TestLedger of(Genesis genesis, int events) {
        TestLedger ledger = new TestLedger(genesis);
        KeyAdded added =
                new KeyAdded(TestKeys.PRODUCER.keyId(), TestKeys.PRODUCER.publicKey(), KeyRole.PRODUCER, List.of());
        ledger.seal(TestKeys.ROOT, event("producer-added", KeyAdded.TYPE.value(), Payload.inline(added.toPayload())));
        for (int i = 0; i < events; i++) {
            ledger.add("event-" + i, "{\"number\":" + i + "}");
        }
        return ledger;
    }

    static Genesis genesis(
            String name, LedgerTopics topics, Certification certification, @Nullable SigningKey checkpointKey) {
        return genesis(ORIGIN, name, topics, certification, checkpointKey);
    }

    private static Genesis genesis(
            String origin,
            String name,
            LedgerTopics topics,
            Certification certification,
            @Nullable SigningKey checkpointKey) {
        return new Genesis(
                name,
                origin,
                HashAlgorithm.SHA_256,
                certification,
                CREATED_AT_MS,
                topics,
                List.of(new NamedPublicKey(TestKeys.ROOT.keyId(), TestKeys.ROOT.publicKey())),
                checkpointKey == null ? null : checkpointKey.publicKey());
    }

    /** Of another ledger than all others here. */
    static Genesis genesis(String origin, String name, LedgerTopics topics) {
        return genesis(origin, name, topics, Certification.REQUIRED, TestKeys.CHECKPOINT);
    }

    TestLedger add(String eventId, String payload) {
        return seal(TestKeys.PRODUCER, event(eventId, "test.happened", Payload.inline(Bytes.utf8(payload))));
    }

    TestLedger seal(SigningKey key, Event event) {
        return seal(new Certifier(records.getFirst().eventHash(), key).certify(event));
    }

    TestLedger seal(CertifiedEvent certified) {
        SealedEvent last = records.getLast();
        records.add(seal(
                last.sequence().next(),
                last.eventHash(),
                last.sealedAtMs() + 1,
                IntakePosition.at(records.size() - 1),
                certified));
        return this;
    }

    static Event event(String eventId, String eventType, Payload payload) {
        return new Event(new EventId(eventId), new EventType(eventType), CREATED_AT_MS, 0, payload, Metadata.EMPTY);
    }

    static SealedEvent seal(
            Sequence sequence, Hash previous, long sealedAtMs, IntakePosition intake, CertifiedEvent certified) {
        SealHeader header = new SealHeader(
                HashAlgorithm.SHA_256,
                sequence,
                previous,
                sealedAtMs,
                intake,
                certified.event().digest(),
                certified.certificateDigest());
        return SealedEvent.seal(header, SHA_256, certified);
    }

    /** The records, for a test to change. */
    List<SealedEvent> records() {
        return new ArrayList<>(records);
    }

    LedgerTopics topics() {
        return genesis.topics();
    }

    int size() {
        return records.size();
    }

    SealedEvent last() {
        return records.getLast();
    }

    /** Of the tree over the first {@code size} records. */
    Hash root(int size) {
        GrowingTree tree = new GrowingTree(Frontier.EMPTY);
        for (SealedEvent record : records.subList(0, size)) {
            tree.append(record.header(HashAlgorithm.SHA_256).leafHash());
        }
        return tree.frontier().root();
    }

    /** {@code record} with another payload of the same length; whatever was computed of it stays as it was. */
    static SealedEvent edited(SealedEvent record) {
        Payload payload = record.event().payload();
        Bytes other = Bytes.utf8("x".repeat((int) payload.length()));
        return with(record, new Payload("", payload.length(), payload.commitment(), payload.salt(), other));
    }

    /** {@code record} with another payload, sealed again by whoever may write the topic: right in itself but for the certificate. */
    static SealedEvent rechained(SealedEvent record) {
        SealedEvent forged = with(record, Payload.inline(Bytes.utf8("forged")));
        return seal(forged.sequence(), forged.previousHash(), forged.sealedAtMs(), forged.intake(), forged.certified());
    }

    /** {@code records} as a chain of its own behind {@code before}, numbered from {@code sequence}. */
    static List<SealedEvent> relinked(SealedEvent before, long sequence, List<SealedEvent> records) {
        List<SealedEvent> relinked = new ArrayList<>();
        SealedEvent last = before;
        for (SealedEvent record : records) {
            last = seal(
                    new Sequence(sequence + relinked.size()),
                    last.eventHash(),
                    record.sealedAtMs(),
                    record.intake(),
                    record.certified());
            relinked.add(last);
        }
        return relinked;
    }

    private static SealedEvent with(SealedEvent record, Payload payload) {
        Event event = record.event();
        Event changed = new Event(
                event.eventId(),
                event.eventType(),
                event.occurredAtMs(),
                event.sealBeforeMs(),
                payload,
                event.metadata());
        return new SealedEvent(
                record.sequence(),
                record.previousHash(),
                record.eventHash(),
                record.sealedAtMs(),
                record.intake(),
                new CertifiedEvent(changed, record.certificate()));
    }

    /** A checkpoint at {@code size}, as an earlier run left it. */
    String checkpoint(int size, SigningKey key) {
        return new Checkpoint(ORIGIN, size, root(size))
                .sign(new NoteSigner(ORIGIN, key))
                .toString();
    }

    /** As an export has it. */
    Path write(Path file) {
        return TestFiles.write(file, lines(records));
    }

    static String lines(List<SealedEvent> records) {
        return records.stream().map(record -> LedgerJson.write(record) + '\n').collect(Collectors.joining());
    }
}

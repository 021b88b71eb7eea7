package io.sealstream.client;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.policy.Judgement;
import io.sealstream.core.seal.EventIndex;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.LedgerSettings;
import io.sealstream.core.seal.Outcome;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.core.seal.Sealer;
import io.sealstream.core.seal.SealerState;
import io.sealstream.core.seal.SealingLimits;
import io.sealstream.core.seal.SealingStep;
import io.sealstream.reader.TestTopics;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** The core's sealer between two topics, on a thread: transactions as in production, and no state that outlives it. */
public final class TestSealer implements AutoCloseable {
    private final TestLedger ledger;
    private final Map<EventId, EventIndex.Entry> index = new HashMap<>();
    private final Sealer sealer;
    private final CertifiedEventCodec intakeCodec = new CertifiedEventCodec();
    private final RejectedEventCodec rejectedCodec = new RejectedEventCodec();
    private final Thread thread = new Thread(this::run, "test-sealer");
    private final boolean abortsFirst;
    private final Duration clockAhead;
    private SealerState state;
    private volatile boolean stopping;

    private TestSealer(
            TestLedger ledger,
            List<Ed25519SigningKey> producers,
            boolean abortsFirst,
            Duration clockAhead,
            AdmissionPolicy policy) {
        this.ledger = ledger;
        this.sealer = new Sealer(
                Sha256::of,
                id -> Optional.ofNullable(index.get(id)),
                new CertificateVerifier(SignatureSchemes.supported()),
                SealingLimits.DEFAULT,
                policy);
        this.clockAhead = clockAhead;
        this.abortsFirst = abortsFirst;
        KeyRegister keys = KeyRegister.of(ledger.genesis());
        for (Ed25519SigningKey producer : producers) {
            keys = keys.replay(new KeyAdded(producer.keyId(), producer.publicKey(), KeyRole.PRODUCER, List.of()));
        }
        this.state = new SealerState(
                LedgerSettings.of(ledger.genesisRecord(), ledger.genesis()),
                LedgerHead.atGenesis(
                        ledger.genesisRecord().eventHash(),
                        ledger.genesisRecord().sealedAtMs()),
                keys,
                ledger.genesis().topics(),
                ledger.genesis().topics());
    }

    /** @param producers keys that it takes for registered */
    public static TestSealer start(TestLedger ledger, Ed25519SigningKey... producers) {
        return started(new TestSealer(ledger, List.of(producers), false, Duration.ZERO, AdmissionPolicy.NONE));
    }

    /** One whose transactions first fail, each after a rejection of everything in it. */
    public static TestSealer startFaltering(TestLedger ledger, Ed25519SigningKey... producers) {
        return started(new TestSealer(ledger, List.of(producers), true, Duration.ZERO, AdmissionPolicy.NONE));
    }

    /** One whose clock is a second ahead, so that it comes too late for short deadlines. */
    public static TestSealer startLate(TestLedger ledger, Ed25519SigningKey... producers) {
        return started(new TestSealer(ledger, List.of(producers), false, Duration.ofSeconds(1), AdmissionPolicy.NONE));
    }

    /** One that is late as {@link #startLate} is, and whose policy rejects events of the type {@code test.rejected}. */
    public static TestSealer startStrict(TestLedger ledger) {
        AdmissionCheck check =
                candidate -> candidate.event().eventType().value().equals("test.rejected")
                        ? Judgement.reject("it is of a type that is rejected")
                        : Judgement.allow();
        AdmissionPolicy policy = new AdmissionPolicy(new TreeMap<>(Map.of("no-rejected", check)), List.of());
        return started(new TestSealer(ledger, List.of(), false, Duration.ofSeconds(1), policy));
    }

    private static TestSealer started(TestSealer sealer) {
        sealer.thread.start();
        return sealer;
    }

    private void run() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                        ledger.topics().member(ledger.names().sealerGroup());
                KafkaProducer<byte[], byte[]> producer =
                        ledger.topics().transactional(ledger.names().sealerGroup())) {
            consumer.subscribe(Set.of(ledger.names().intake()));
            while (!stopping) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(50));
                if (!polled.isEmpty()) {
                    seal(producer, polled);
                }
            }
        }
    }

    private void seal(KafkaProducer<byte[], byte[]> producer, ConsumerRecords<byte[], byte[]> polled) {
        if (abortsFirst) {
            producer.beginTransaction();
            polled.forEach(record -> TestTopics.send(producer, rejection(record)));
            producer.abortTransaction();
        }
        producer.beginTransaction();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            SealingStep step = sealer.seal(state, intake(record), System.currentTimeMillis() + clockAhead.toMillis());
            state = step.next();
            var unused = producer.send(outcome(step.outcome()));
        }
        producer.commitTransaction();
    }

    private IntakeRecord intake(ConsumerRecord<byte[], byte[]> record) {
        Header deadline = record.headers().lastHeader(IntakeRecord.DEADLINE_HEADER);
        return new IntakeRecord(
                record.offset(),
                record.timestamp(),
                Bytes.wrap(record.key()),
                Bytes.wrap(record.value()),
                deadline == null ? null : Bytes.wrap(deadline.value()),
                switch (intakeCodec.decode(record.value())) {
                    case Decoding.Decoded<CertifiedEvent>(CertifiedEvent event) ->
                        new IntakeRecord.Content.Decoded(event);
                    case Decoding.Malformed<CertifiedEvent>(String reason) ->
                        new IntakeRecord.Content.Malformed(reason);
                });
    }

    private ProducerRecord<byte[], byte[]> outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sealed(SealedEvent event, var digest) -> {
                index.put(event.event().eventId(), new EventIndex.Entry(event.sequence(), digest));
                yield TestTopics.record(ledger.names(), event);
            }
            case Outcome.Rejected(RejectedEvent event) -> rejected(event);
        };
    }

    /** What a record that it can't read gets. */
    private ProducerRecord<byte[], byte[]> rejection(ConsumerRecord<byte[], byte[]> record) {
        IntakeRecord unreadable = new IntakeRecord(
                record.offset(),
                record.timestamp(),
                Bytes.wrap(record.key()),
                Bytes.wrap(record.value()),
                null,
                new IntakeRecord.Content.Malformed("of a transaction that fails"));
        Outcome outcome = sealer.seal(state, unreadable, 0).outcome();
        return rejected(((Outcome.Rejected) outcome).event());
    }

    private ProducerRecord<byte[], byte[]> rejected(RejectedEvent event) {
        return new ProducerRecord<>(ledger.names().rejected(), 0, null, rejectedCodec.encode(event));
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

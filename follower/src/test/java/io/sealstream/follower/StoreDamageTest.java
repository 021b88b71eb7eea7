package io.sealstream.follower;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.follower.FollowerConfig.Kept;
import io.sealstream.follower.FollowerConfig.Start;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.SampleLedger;
import io.sealstream.reader.TestTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is opened has all that it says it has, or it is not opened. */
class StoreDamageTest {
    private static final LedgerTopicNames NAMES = new LedgerTopicNames("ledger");
    private static final List<SealedEvent> EVENTS = SampleLedger.events();
    private static final int PLACES = 6;

    @TempDir
    Path directory;

    @Test
    void isWholeOrRefusedWhateverFileIsCutWherever() throws IOException {
        Path whole = store();
        for (Path file : files(whole)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int place = 0; place < PLACES; place++) {
                byte[] cut = Arrays.copyOf(bytes, bytes.length * place / PLACES);

                isWholeOrRefused(whole, file, cut, "cut at " + place + "/" + PLACES);
            }
        }
    }

    @Test
    void isWholeOrRefusedWhateverByteIsFlipped() throws IOException {
        Path whole = store();
        for (Path file : files(whole)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int place = 0; place < Math.min(PLACES, bytes.length); place++) {
                byte[] flipped = bytes.clone();
                flipped[bytes.length * place / PLACES] ^= 0x10;

                isWholeOrRefused(whole, file, flipped, "flipped at " + place + "/" + PLACES);
            }
        }
    }

    @Test
    void isWholeOrRefusedWhateverFileIsMissing() throws IOException {
        Path whole = store();
        for (Path file : files(whole)) {
            isWholeOrRefused(whole, file, null, "missing");
        }
    }

    private void isWholeOrRefused(Path whole, Path file, byte @Nullable [] damaged, String what) throws IOException {
        Path copy = Files.createTempDirectory(directory, "copy");
        for (Path each : files(whole)) {
            if (!each.equals(file)) {
                Files.copy(each, copy.resolve(each.getFileName()));
            } else if (damaged != null) {
                Files.write(copy.resolve(each.getFileName()), damaged);
            }
        }
        try (IndexStore store = IndexStore.open(copy)) {
            CheckedFold fold = StoreReplay.of(store, new WrittenRecords(), config());

            assertThat(hasAll(store, fold.next().offset()))
                    .as("%s %s", file.getFileName(), what)
                    .isTrue();
        } catch (StoreException e) {
            assertThat(e).isNotNull();
        }
    }

    /** Offsets and sequences are the same here. */
    private static boolean hasAll(IndexStore store, long end) {
        return EVENTS.stream()
                .allMatch(event -> store.find(event.event().eventId()).isPresent()
                        == (event.sequence().value() < end));
    }

    /** A store with tables from several starts, and a write-ahead log. */
    private Path store() throws IOException {
        Path path = Files.createDirectory(directory.resolve("whole"));
        for (int begin = 0; begin < EVENTS.size(); begin += 5) {
            try (IndexStore store = IndexStore.open(path)) {
                CheckedFold fold = StoreReplay.of(store, new WrittenRecords(), config());
                List<ConsumerRecord<byte[], byte[]>> records = EVENTS.subList(begin, begin + 5).stream()
                        .map(StoreDamageTest::record)
                        .toList();

                Optional<FollowerFault> fault = fold.accept(records, new OffsetAndMetadata(begin + 5));

                assertThat(fault).isEmpty();
            }
        }
        return path;
    }

    private static ConsumerRecord<byte[], byte[]> record(SealedEvent event) {
        ProducerRecord<byte[], byte[]> record = TestTopics.record(NAMES, event);
        return new ConsumerRecord<>(
                record.topic(),
                0,
                event.sequence().value(),
                event.sealedAtMs(),
                TimestampType.CREATE_TIME,
                record.key().length,
                record.value().length,
                record.key(),
                record.value(),
                new RecordHeaders(),
                Optional.empty());
    }

    private FollowerConfig config() {
        return new FollowerConfig(
                NAMES,
                new LedgerTopics("cluster", "intake", "sealed"),
                Map.of(),
                directory,
                Start.RESUME,
                new CertificateVerifier(SignatureSchemes.supported()),
                Kept.INDEX);
    }

    private static List<Path> files(Path store) throws IOException {
        try (Stream<Path> paths = Files.list(store)) {
            return paths.sorted().toList();
        }
    }
}

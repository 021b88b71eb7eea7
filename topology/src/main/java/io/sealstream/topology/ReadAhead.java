package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.seal.Foresight;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.IntakeRecord.Content;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.LedgerView;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what was polled and looks at its certificates on all cores, while the stream thread works off what came before.
 * It decides nothing. What waits here is bounded in bytes; whatever is beyond that is decoded when its turn comes.
 *
 * <p>Called by the stream thread alone, which takes part in the work: it does the chunk that it needs next, if nobody has
 * begun with it.
 */
final class ReadAhead {
    /** So much work that handing it over costs little beside it. */
    static final int CHUNK_RECORDS = 64;

    /** Of values before they are decoded; a decoded one holds on to about as much again. */
    static final long MAX_BYTES = 32L << 20;

    private final IntakeDecoder decoder;
    private final Foresight foresight;
    private final LedgerView ledger;
    private final Executor cores;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private long bytes;
    private long behind = LedgerHead.NO_INTAKE;

    private ReadAhead(IntakeDecoder decoder, Foresight foresight, LedgerView ledger, Executor cores) {
        this.decoder = decoder;
        this.foresight = foresight;
        this.ledger = ledger;
        this.cores = cores;
    }

    static ReadAhead of(SealingSetup setup, LedgerCodecs codecs, Executor cores) {
        return new ReadAhead(
                new IntakeDecoder(codecs.certified()), new Foresight(setup.certificates()), setup.ledger(), cores);
    }

    /** Forgets what was polled; what has its outcome already, up to {@code intakeOffset}, is not looked at again. */
    void startBehind(long intakeOffset) {
        clear();
        behind = intakeOffset;
    }

    /** @param polled in the order of their offsets */
    void polled(List<ConsumerRecord<byte[], byte[]>> polled) {
        List<ConsumerRecord<byte[], byte[]>> records =
                polled.stream().filter(record -> record.offset() > behind).toList();
        if (!records.isEmpty() && !chunks.isEmpty() && records.getFirst().offset() <= chunks.getLast().lastOffset) {
            clear();
        }
        for (int start = 0; start < records.size() && bytes < MAX_BYTES; start += CHUNK_RECORDS) {
            Chunk chunk = new Chunk(records.subList(start, Math.min(start + CHUNK_RECORDS, records.size())));
            chunks.addLast(chunk);
            bytes += chunk.bytes;
            if (start > 0) { // the first is what the stream thread comes to next
                cores.execute(chunk.work);
            }
        }
    }

    /** The bytes of what waits. */
    long waiting() {
        return bytes;
    }

    private void clear() {
        chunks.clear();
        bytes = 0;
    }

    /** {@code record} decoded, by now if not ahead; to be asked in the order of the offsets. */
    IntakeRecord decoded(long offset, Record<byte[], byte[]> record) {
        while (!chunks.isEmpty() && chunks.getFirst().lastOffset < offset) {
            bytes -= chunks.removeFirst().bytes;
        }
        return Optional.ofNullable(chunks.peekFirst())
                .flatMap(chunk -> chunk.take(offset))
                .filter(taken -> isOf(taken, record))
                .orElseGet(() ->
                        decoder.decode(offset, record.timestamp(), record.key(), record.value(), record.headers()));
    }

    /** An intake that was made anew has other records at the same offsets. */
    private static boolean isOf(IntakeRecord taken, Record<byte[], byte[]> record) {
        return taken.appendedAtMs() == record.timestamp()
                && Arrays.equals(array(taken.key()), record.key())
                && Arrays.equals(array(taken.value()), record.value());
    }

    private static byte @Nullable [] array(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.unsafeArray();
    }

    private IntakeRecord read(ConsumerRecord<byte[], byte[]> record) {
        IntakeRecord read = decoder.decode(
                record.offset(), SealingTopology.appendedAtMs(record), record.key(), record.value(), record.headers());
        if (read.content() instanceof Content.Decoded decoded) {
            foresight.look(ledger.settings(), ledger.followed().keys(), decoded);
        }
        return read;
    }

    private final class Chunk {
        final long lastOffset;
        final long bytes;
        final FutureTask<List<IntakeRecord>> work;
        private int next;

        Chunk(List<ConsumerRecord<byte[], byte[]>> records) {
            lastOffset = records.getLast().offset();
            bytes = records.stream()
                    .mapToLong(record -> record.value() == null ? 0 : record.value().length)
                    .sum();
            work = new FutureTask<>(
                    () -> records.stream().map(ReadAhead.this::read).toList());
        }

        Optional<IntakeRecord> take(long offset) {
            List<IntakeRecord> read = read();
            while (next < read.size() && read.get(next).offset() < offset) {
                next++;
            }
            return next < read.size() && read.get(next).offset() == offset
                    ? Optional.of(read.get(next))
                    : Optional.empty();
        }

        /** Empty where the work failed: at the record that it failed at, it does so again and is told of. */
        private List<IntakeRecord> read() {
            work.run(); // does nothing where somebody has begun
            try {
                return work.get();
            } catch (ExecutionException e) {
                return List.of();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}

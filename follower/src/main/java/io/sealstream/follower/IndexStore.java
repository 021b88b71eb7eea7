package io.sealstream.follower;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.EventIndex;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.schema.SequenceKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.TableProperties;
import org.rocksdb.WriteBatch;

/**
 * What was folded, in RocksDB. Four columns: the index (event id as UTF-8, to sequence and event digest), the control
 * events (by sequence), the position, and, where they are kept, all records (by sequence) as they stand in the topic. All
 * that belongs to one position is written with it, in one batch of the write-ahead log.
 */
final class IndexStore implements EventIndex, AutoCloseable {
    private static final byte[] POSITION = "position".getBytes(StandardCharsets.US_ASCII);
    private static final int ENTRY_BYTES = Long.BYTES + Hash.LENGTH;

    static {
        RocksDB.loadLibrary();
    }

    private final Codec<SealedEvent> codec = new SealedEventCodec();
    private final StoreOptions options;
    private final RocksDB database;
    private final ColumnFamilyHandle positions;
    private final ColumnFamilyHandle index;
    private final ColumnFamilyHandle controls;
    private final ColumnFamilyHandle records;
    /** Whoever asks a RocksDB that was closed takes the whole process down. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean isClosed;

    private IndexStore(StoreOptions options, RocksDB database, List<ColumnFamilyHandle> columns) {
        this.options = options;
        this.database = database;
        this.positions = columns.get(0);
        this.index = columns.get(1);
        this.controls = columns.get(2);
        this.records = columns.get(3);
    }

    /** @throws StoreException where it can't be opened */
    static IndexStore open(Path directory) {
        StoreOptions options = new StoreOptions();
        List<ColumnFamilyDescriptor> columns = List.of(
                new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options.column()),
                new ColumnFamilyDescriptor("index".getBytes(StandardCharsets.US_ASCII), options.column()),
                new ColumnFamilyDescriptor("controls".getBytes(StandardCharsets.US_ASCII), options.column()),
                new ColumnFamilyDescriptor("records".getBytes(StandardCharsets.US_ASCII), options.column()));
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try {
            RocksDB database = RocksDB.open(options.database(), directory.toString(), columns, handles);
            return new IndexStore(options, database, handles);
        } catch (RocksDBException e) {
            options.close();
            throw StoreException.of(e);
        }
    }

    @Override
    public Optional<Entry> find(EventId eventId) {
        return Optional.ofNullable(read(index, key(eventId))).map(IndexStore::entry);
    }

    /** Empty where nothing was written yet. */
    Optional<Position> position() {
        return Optional.ofNullable(read(positions, POSITION)).map(Position::decode);
    }

    /** In their order. */
    List<SealedEvent> controls() {
        try (RocksIterator all = database.newIterator(controls)) {
            List<SealedEvent> events = new ArrayList<>();
            for (all.seekToFirst(); all.isValid(); all.next()) {
                events.add(event(all.value()));
            }
            all.status();
            return events;
        } catch (RocksDBException e) {
            throw StoreException.of(e);
        }
    }

    /** Empty where it was not followed yet, or records are not kept. */
    Optional<SealedEvent> record(Sequence sequence) {
        return Optional.ofNullable(read(records, SequenceKey.encode(sequence))).map(this::event);
    }

    /** In their order, from {@code first} on, {@code limit} at most. */
    List<SealedEvent> records(Sequence first, int limit) {
        return whileOpen(() -> {
            try (RocksIterator all = database.newIterator(records)) {
                List<SealedEvent> events = new ArrayList<>();
                all.seek(SequenceKey.encode(first));
                for (; all.isValid() && events.size() < limit; all.next()) {
                    events.add(event(all.value()));
                }
                all.status();
                return events;
            }
        });
    }

    /**
     * How many event ids there are: exactly, as each is written once, and from what tables say of themselves. Asked right
     * after opening, when there is nothing but tables.
     */
    long countEventIds() {
        return count(index);
    }

    /** How many records are kept; as {@link #countEventIds}. */
    long countRecords() {
        return count(records);
    }

    private long count(ColumnFamilyHandle column) {
        try {
            return database.getPropertiesOfAllTables(column).values().stream()
                    .mapToLong(TableProperties::getNumEntries)
                    .sum();
        } catch (RocksDBException e) {
            throw StoreException.of(e);
        }
    }

    /** @param kept the values of all records, in their order, or none */
    void write(FoldedBatch folded, List<byte[]> kept, Position position) {
        try (WriteBatch batch = new WriteBatch()) {
            for (SealedEvent event : folded.events()) {
                batch.put(index, key(event.event().eventId()), value(event));
            }
            for (SealedEvent control : folded.controls()) {
                batch.put(controls, SequenceKey.encode(control.sequence()), codec.encode(control));
            }
            for (int i = 0; i < kept.size(); i++) {
                batch.put(records, SequenceKey.encode(folded.events().get(i).sequence()), kept.get(i));
            }
            batch.put(positions, POSITION, position.encode());
            database.write(options.write(), batch);
        } catch (RocksDBException e) {
            throw StoreException.of(e);
        }
    }

    private byte @Nullable [] read(ColumnFamilyHandle column, byte[] key) {
        return whileOpen(() -> database.get(column, key));
    }

    private interface Question<T extends @Nullable Object> {
        T ask() throws RocksDBException;
    }

    private <T extends @Nullable Object> T whileOpen(Question<T> question) {
        open.readLock().lock();
        try {
            if (isClosed) {
                throw new IllegalStateException("the follower is closed");
            }
            return question.ask();
        } catch (RocksDBException e) {
            throw StoreException.of(e);
        } finally {
            open.readLock().unlock();
        }
    }

    private static byte[] key(EventId eventId) {
        return eventId.value().getBytes(StandardCharsets.UTF_8);
    }

    private SealedEvent event(byte[] value) {
        return switch (codec.decode(value)) {
            case Decoding.Decoded<SealedEvent>(SealedEvent event) -> event;
            case Decoding.Malformed<SealedEvent>(String reason) ->
                throw StoreException.damaged("a record in it can't be decoded: " + reason);
        };
    }

    private static byte[] value(SealedEvent event) {
        ByteBuffer out =
                ByteBuffer.allocate(ENTRY_BYTES).putLong(event.sequence().value());
        event.event().digest().writeTo(out);
        return out.array();
    }

    private static Entry entry(byte[] value) {
        if (value.length != ENTRY_BYTES) {
            throw StoreException.damaged("an entry of its index has " + value.length + " bytes, not " + ENTRY_BYTES);
        }
        ByteBuffer in = ByteBuffer.wrap(value);
        Sequence sequence = new Sequence(in.getLong());
        byte[] digest = new byte[Hash.LENGTH];
        in.get(digest);
        return new Entry(sequence, Hash.wrap(digest));
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!isClosed) {
                isClosed = true;
                List.of(positions, index, controls, records).forEach(ColumnFamilyHandle::close);
                database.close();
                options.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}

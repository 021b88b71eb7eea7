package io.sealstream.schema;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A codec by way of a generated class.
 *
 * @param <T> the core's type
 * @param <A> the generated class
 */
abstract class AvroCodec<T, A extends SpecificRecordBase> implements Codec<T> {
    private final Schema current;
    private final SchemaFraming framing;
    private final Map<Schema, StrictReader<A>> readers = new ConcurrentHashMap<>();

    AvroCodec(Schema current) {
        this(current, new SingleObjectFraming(current, SchemaHistory.of(current)));
    }

    AvroCodec(Schema current, SchemaFraming framing) {
        this.current = current;
        this.framing = framing;
    }

    /** Writes {@code value} with the current schema. */
    abstract void write(T value, BinaryEncoder out) throws IOException;

    /**
     * @throws MalformedException where the record stands for no value
     * @throws IllegalArgumentException the same, thrown by the core
     */
    abstract T toCore(A record) throws MalformedException;

    @Override
    public final byte[] encode(T value) {
        return AvroBuffer.write(framing.header(), out -> write(value, out));
    }

    @Override
    public final Decoding<T> decode(byte[] bytes) {
        try {
            return new Decoding.Decoded<>(read(bytes));
        } catch (MalformedException | IllegalArgumentException e) {
            return new Decoding.Malformed<>(String.valueOf(e.getMessage()));
        }
    }

    private T read(byte[] bytes) throws MalformedException {
        SchemaFraming.Body body = framing.open(bytes);
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, body.start(), bytes.length - body.start(), null);
        T value = read(body.writerSchema(), in);
        if (in.remainingBytes() > 0) {
            throw new MalformedException(in.remainingBytes() + " bytes are left over");
        }
        return value;
    }

    private T read(Schema writerSchema, BinaryDecoder in) throws MalformedException {
        try {
            return writerSchema.equals(current) ? readCurrent(in) : readAny(writerSchema, in);
        } catch (MalformedException | IllegalArgumentException e) {
            throw e;
        } catch (EOFException e) {
            throw new MalformedException("the bytes end within the record");
        } catch (IOException | RuntimeException e) {
            // Avro throws whatever its parser meets: an IndexOutOfBoundsException for a wrong union branch, say.
            throw new MalformedException("not a valid " + current.getName() + ": " + e.getMessage());
        }
    }

    /** A value that was written with the current schema, by Avro's general reader unless a codec has a faster one. */
    T readCurrent(BinaryDecoder in) throws IOException {
        return readAny(current, in);
    }

    /** A value that was written with any schema of this record's history. */
    final T readAny(Schema writerSchema, BinaryDecoder in) throws IOException {
        return toCore(reader(writerSchema).read(null, in));
    }

    private StrictReader<A> reader(Schema writerSchema) {
        return readers.computeIfAbsent(writerSchema, schema -> new StrictReader<>(schema, current));
    }
}

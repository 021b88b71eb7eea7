package io.sealstream.schema;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
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
    private final AvroWriter<A> writer;
    private final Map<Schema, StrictReader<A>> readers = new ConcurrentHashMap<>();

    AvroCodec(Schema current) {
        this(current, new SingleObjectFraming(current, SchemaHistory.of(current)));
    }

    AvroCodec(Schema current, SchemaFraming framing) {
        this.current = current;
        this.framing = framing;
        this.writer = new AvroWriter<>(current);
    }

    abstract A toAvro(T value);

    /**
     * @throws MalformedException where the record stands for no value
     * @throws IllegalArgumentException the same, thrown by the core
     */
    abstract T toCore(A record) throws MalformedException;

    @Override
    public final byte[] encode(T value) {
        return writer.write(framing.header(), toAvro(value));
    }

    @Override
    public final Decoding<T> decode(byte[] bytes) {
        try {
            return new Decoding.Decoded<>(toCore(read(bytes)));
        } catch (MalformedException | IllegalArgumentException e) {
            return new Decoding.Malformed<>(String.valueOf(e.getMessage()));
        }
    }

    private A read(byte[] bytes) throws MalformedException {
        SchemaFraming.Body body = framing.open(bytes);
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, body.start(), bytes.length - body.start(), null);
        A record = read(reader(body.writerSchema()), in);
        if (in.remainingBytes() > 0) {
            throw new MalformedException(in.remainingBytes() + " bytes are left over");
        }
        return record;
    }

    private A read(StrictReader<A> reader, BinaryDecoder in) throws MalformedException {
        try {
            return reader.read(null, in);
        } catch (MalformedException e) {
            throw e;
        } catch (EOFException e) {
            throw new MalformedException("the bytes end within the record");
        } catch (IOException | RuntimeException e) {
            // Avro throws whatever its parser meets: an IndexOutOfBoundsException for a wrong union branch, say.
            throw new MalformedException("not a valid " + current.getName() + ": " + e.getMessage());
        }
    }

    private StrictReader<A> reader(Schema writerSchema) {
        return readers.computeIfAbsent(writerSchema, schema -> new StrictReader<>(schema, current));
    }
}

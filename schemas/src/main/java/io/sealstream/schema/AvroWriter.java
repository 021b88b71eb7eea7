package io.sealstream.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/** Writes records of one schema, into a buffer that each thread keeps. */
final class AvroWriter<A> {
    private static final LedgerModel MODEL = new LedgerModel(true);
    private static final ThreadLocal<Buffer> BUFFER = ThreadLocal.withInitial(Buffer::new);

    private final SpecificDatumWriter<A> writer;

    AvroWriter(Schema schema) {
        writer = new SpecificDatumWriter<>(schema, MODEL);
    }

    byte[] write(byte[] header, A record) {
        Buffer buffer = BUFFER.get();
        try {
            BinaryEncoder out = buffer.begin();
            out.writeFixed(header);
            writer.write(record, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot be written", e);
        }
        return buffer.bytes.toByteArray();
    }

    private static final class Buffer {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        private @Nullable BinaryEncoder encoder;

        /** Whatever a write that failed has left behind goes into {@code bytes} first, and is then dropped. */
        BinaryEncoder begin() {
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            bytes.reset();
            return encoder;
        }
    }
}

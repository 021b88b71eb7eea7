package io.sealstream.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** What one thread writes records into. */
final class AvroBuffer {
    private static final ThreadLocal<AvroBuffer> OF_THIS_THREAD = ThreadLocal.withInitial(AvroBuffer::new);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private @Nullable BinaryEncoder encoder;

    /** What stands behind the header. */
    @FunctionalInterface
    interface Body {
        void writeTo(BinaryEncoder out) throws IOException;
    }

    static byte[] write(byte[] header, Body body) {
        AvroBuffer buffer = OF_THIS_THREAD.get();
        try {
            BinaryEncoder out = buffer.begin();
            out.writeFixed(header);
            body.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot be written", e);
        }
        return buffer.bytes.toByteArray();
    }

    /** Whatever a write that failed has left behind goes into {@code bytes} first, and is then dropped. */
    private BinaryEncoder begin() {
        encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
        bytes.reset();
        return encoder;
    }
}

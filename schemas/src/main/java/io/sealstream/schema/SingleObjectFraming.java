package io.sealstream.schema;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Avro's single-object encoding (Avro 1.12 specification): the bytes C3 01, then the CRC-64-AVRO fingerprint of the
 * writer's schema, 8 bytes, little-endian.
 */
final class SingleObjectFraming implements SchemaFraming {
    private static final int LENGTH = 10;
    private static final byte MARKER_0 = (byte) 0xC3;
    private static final byte MARKER_1 = 0x01;

    private final String recordType;
    private final byte[] header;
    private final Map<Long, Schema> byFingerprint = new HashMap<>();

    /** @param versions every version of the record type's schema that values may be written with */
    SingleObjectFraming(Schema current, List<Schema> versions) {
        recordType = current.getName();
        header = header(fingerprint(current));
        versions.forEach(version -> byFingerprint.put(fingerprint(version), version));
        byFingerprint.put(fingerprint(current), current);
    }

    static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    @Override
    public byte[] header() {
        return header;
    }

    @Override
    public Body open(byte[] framed) throws MalformedException {
        if (framed.length < LENGTH || framed[0] != MARKER_0 || framed[1] != MARKER_1) {
            throw new MalformedException("no Avro single-object encoding, which begins with C3 01 and a fingerprint");
        }
        long fingerprint =
                ByteBuffer.wrap(framed).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        Schema schema = byFingerprint.get(fingerprint);
        if (schema == null) {
            throw new MalformedException(
                    "fingerprint %016x is of no known schema of %s".formatted(fingerprint, recordType));
        }
        return new Body(schema, LENGTH);
    }

    private static byte[] header(long fingerprint) {
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER_0)
                .put(MARKER_1)
                .putLong(fingerprint)
                .array();
    }
}

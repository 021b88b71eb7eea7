package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Metadata;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.jspecify.annotations.Nullable;

/** Writes the core's types as fields of the current schema, in its order, without a detour by Avro's own objects. */
final class FieldWriter {
    private final BinaryEncoder out;

    FieldWriter(BinaryEncoder out) {
        this.out = out;
    }

    void int64(long value) throws IOException {
        out.writeLong(value);
    }

    void int32(int value) throws IOException {
        out.writeInt(value);
    }

    void text(String value) throws IOException {
        out.writeString(value);
    }

    void bytes(Bytes value) throws IOException {
        out.writeBytes(value.unsafeArray());
    }

    void hash(Hash value) throws IOException {
        out.writeFixed(value.toByteArray());
    }

    /** A union with null, which comes first, holds null. */
    void absent() throws IOException {
        out.writeIndex(0);
    }

    /** A union with null, which comes first, holds its other type, which is written next. */
    void present() throws IOException {
        out.writeIndex(1);
    }

    void bytesOrNull(@Nullable Bytes value) throws IOException {
        if (value == null) {
            absent();
        } else {
            present();
            bytes(value);
        }
    }

    void metadata(Metadata metadata) throws IOException {
        out.writeMapStart();
        out.setItemCount(metadata.size());
        for (Map.Entry<String, String> entry : metadata.asMap().entrySet()) {
            out.startItem();
            text(entry.getKey());
            text(entry.getValue());
        }
        out.writeMapEnd();
    }

    void certificate(@Nullable Certificate certificate) throws IOException {
        if (certificate == null) {
            absent();
        } else {
            present();
            int32(certificate.algorithm().id());
            text(certificate.keyId().value());
            bytes(certificate.signature());
            batchProof(certificate.batch());
        }
    }

    private void batchProof(@Nullable BatchProof batch) throws IOException {
        if (batch == null) {
            absent();
        } else {
            present();
            int64(batch.leafIndex());
            int64(batch.treeSize());
            out.writeArrayStart();
            out.setItemCount(batch.path().size());
            for (Hash node : batch.path()) {
                out.startItem();
                hash(node);
            }
            out.writeArrayEnd();
        }
    }
}

package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The values that several record types share, as Avro has them and as the core has them. */
final class AvroValues {
    private AvroValues() {}

    static Hash toCore(io.sealstream.schema.avro.Hash hash) {
        return Hash.wrap(hash.bytes());
    }

    static @Nullable ByteBuffer toAvro(@Nullable Bytes bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes.unsafeArray());
    }

    static @Nullable Bytes toCore(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : bytes(buffer);
    }

    static Bytes bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return Bytes.wrap(bytes);
    }

    static @Nullable Certificate toCore(io.sealstream.schema.avro.@Nullable Certificate certificate)
            throws MalformedException {
        if (certificate == null) {
            return null;
        }
        int id = certificate.getAlgorithm();
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofId(id)
                .orElseThrow(() -> new MalformedException("the certificate's algorithm " + id + " is not known"));
        return new Certificate(
                algorithm,
                new KeyId(certificate.getKeyId()),
                bytes(certificate.getSignature()),
                toCore(certificate.getBatch()));
    }

    private static @Nullable BatchProof toCore(io.sealstream.schema.avro.@Nullable BatchProof batch) {
        if (batch == null) {
            return null;
        }
        return new BatchProof(
                batch.getLeafIndex(),
                batch.getTreeSize(),
                batch.getPath().stream().map(AvroValues::toCore).toList());
    }
}

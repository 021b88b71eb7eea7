package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a value that was written with the current schema, in the order of that schema, straight to the
 * core's types: half the time that Avro's general reader takes, by way of its own objects. It is as strict as
 * {@link StrictReader}, which reads what older schemas wrote.
 */
final class StrictDecoder {
    private static final char REPLACEMENT = '\uFFFD';

    private final BinaryDecoder in;
    private final Utf8 buffer = new Utf8();

    StrictDecoder(BinaryDecoder in) {
        this.in = in;
    }

    long int64() throws IOException {
        return in.readLong();
    }

    int int32() throws IOException {
        return in.readInt();
    }

    String text() throws IOException {
        return text(in.readString(buffer));
    }

    Bytes bytes() throws IOException {
        return Bytes.wrap(in.readBytes(null).array());
    }

    Hash hash() throws IOException {
        byte[] hash = new byte[Hash.LENGTH];
        in.readFixed(hash);
        return Hash.wrap(hash);
    }

    /** Whether a union with null, which comes first, holds its other type. */
    boolean isPresent() throws IOException {
        int branch = in.readIndex();
        if (branch != 0 && branch != 1) {
            throw new AvroTypeException("a union of two types has no branch " + branch);
        }
        return branch == 1;
    }

    @Nullable
    Bytes bytesOrNull() throws IOException {
        return isPresent() ? bytes() : null;
    }

    Metadata metadata() throws IOException {
        Map<String, String> entries = new HashMap<>();
        for (long count = in.readMapStart(); count != 0; count = in.mapNext()) {
            for (long i = 0; i < count; i++) {
                String key = text();
                if (entries.put(key, text()) != null) {
                    throw twice(key);
                }
            }
        }
        return Metadata.of(entries);
    }

    @Nullable
    Certificate certificate() throws IOException {
        if (!isPresent()) {
            return null;
        }
        int id = int32();
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofId(id)
                .orElseThrow(() -> new MalformedException("the certificate's algorithm " + id + " is not known"));
        return new Certificate(algorithm, new KeyId(text()), bytes(), isPresent() ? batchProof() : null);
    }

    private BatchProof batchProof() throws IOException {
        long leafIndex = int64();
        long treeSize = int64();
        List<Hash> path = new ArrayList<>();
        for (long count = in.readArrayStart(); count != 0; count = in.arrayNext()) {
            for (long i = 0; i < count; i++) {
                path.add(hash());
            }
        }
        return new BatchProof(leafIndex, treeSize, path);
    }

    /** Java repairs what is no UTF-8, and Avro lets it. */
    static String text(Utf8 utf8) throws MalformedException {
        String text = new String(utf8.getBytes(), 0, utf8.getByteLength(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireValid(ByteBuffer.wrap(utf8.getBytes(), 0, utf8.getByteLength()));
        }
        return text;
    }

    static MalformedException twice(Object key) {
        return new MalformedException("the key \"" + key + "\" occurs twice in a map");
    }

    private static void requireValid(ByteBuffer utf8) throws MalformedException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(utf8);
        } catch (CharacterCodingException e) {
            throw new MalformedException("a text is not valid UTF-8");
        }
    }
}

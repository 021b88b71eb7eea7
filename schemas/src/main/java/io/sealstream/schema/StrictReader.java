package io.sealstream.schema;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what Avro's own reader lets pass: text that is not valid UTF-8, which it would repair, and a key that occurs
 * twice in a map, of which it would take the last. Lengths and counts beyond the bytes that are left are refused by
 * Avro's decoder, before it allocates.
 */
final class StrictReader<A> extends SpecificDatumReader<A> {
    private static final LedgerModel MODEL = new LedgerModel(false);

    StrictReader(Schema writer, Schema reader) {
        super(writer, reader, MODEL);
    }

    @Override
    protected Object readString(@Nullable Object old, Schema expected, Decoder in) throws IOException {
        return StrictDecoder.text(in.readString(null));
    }

    @Override
    protected void addToMap(Object map, Object key, Object value) {
        @SuppressWarnings("unchecked") // newMap makes it, and every map of these schemas is one of text
        Map<Object, Object> entries = (Map<Object, Object>) map;
        if (entries.put(key, value) != null) {
            throw new IllegalArgumentException(StrictDecoder.twice(key).getMessage());
        }
    }
}

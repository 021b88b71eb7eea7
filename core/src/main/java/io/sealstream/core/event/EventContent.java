package io.sealstream.core.event;

import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of an event that its digest is taken of, docs/format.md section 2. */
public final class EventContent {
    private static final byte[] DOMAIN = "sealstream/event/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED = DOMAIN.length + 3 * 2 + 3 * Long.BYTES + Hash.LENGTH + 2;

    private EventContent() {}

    public static byte[] encode(Event event) {
        byte[] eventId = Text.utf8(event.eventId().value());
        byte[] eventType = Text.utf8(event.eventType().value());
        byte[] payloadRef = Text.utf8(event.payload().ref());
        List<byte[]> metadata = new ArrayList<>(2 * event.metadata().size());
        event.metadata().forEach((key, value) -> {
            metadata.add(Text.utf8(key));
            metadata.add(Text.utf8(value));
        });

        int size = FIXED + eventId.length + eventType.length + payloadRef.length;
        for (int i = 0; i < metadata.size(); i += 2) {
            size = Math.addExact(size, 2 + metadata.get(i).length + 4 + metadata.get(i + 1).length);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(DOMAIN);
        Text.putStr16(out, eventId);
        Text.putStr16(out, eventType);
        out.putLong(event.occurredAtMs());
        out.putLong(event.sealBeforeMs());
        Text.putStr16(out, payloadRef);
        out.putLong(event.payload().length());
        event.payload().commitment().writeTo(out);
        out.putShort((short) event.metadata().size());
        for (int i = 0; i < metadata.size(); i += 2) {
            Text.putStr16(out, metadata.get(i));
            out.putInt(metadata.get(i + 1).length);
            out.put(metadata.get(i + 1));
        }
        return out.array();
    }

    static Hash digest(Event event) {
        return Sha256.of(encode(event));
    }
}

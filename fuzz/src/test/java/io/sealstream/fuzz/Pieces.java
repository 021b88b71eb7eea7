package io.sealstream.fuzz;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/** An input of several parts: before each but the last stands its length, u16. One that claims too much ends early. */
final class Pieces {
    private final ByteBuffer in;

    Pieces(byte[] input) {
        in = ByteBuffer.wrap(input);
    }

    static byte[] join(byte[]... pieces) {
        List<byte[]> all = List.of(pieces);
        int length =
                Stream.of(pieces).mapToInt(piece -> Short.BYTES + piece.length).sum() - Short.BYTES;
        ByteBuffer out = ByteBuffer.allocate(length);
        all.subList(0, all.size() - 1)
                .forEach(piece -> out.putShort((short) piece.length).put(piece));
        return out.put(all.getLast()).array();
    }

    byte[] next() {
        if (in.remaining() < Short.BYTES) {
            return rest();
        }
        return take(Math.min(Short.toUnsignedInt(in.getShort()), in.remaining()));
    }

    byte[] rest() {
        return take(in.remaining());
    }

    private byte[] take(int length) {
        byte[] piece = new byte[length];
        in.get(piece);
        return piece;
    }
}

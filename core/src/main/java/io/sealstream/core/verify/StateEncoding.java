package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.merkle.Frontier;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a {@link VerificationState}: u8 version, i64 records, u8 hash algorithm (0: none yet), u8 whether there is
 * a last record, that one (i64 sequence, i64 sealed_at, i64 intake offset, u8 whether it has an event hash, 32 bytes), and
 * to the end the frontier.
 */
final class StateEncoding {
    private static final byte VERSION = 1;
    private static final int MAX_FIXED = 1 + Long.BYTES + 1 + 1 + 3 * Long.BYTES + 1 + Hash.LENGTH;

    private StateEncoding() {}

    static Bytes encode(VerificationState state) {
        Bytes frontier = state.frontier().encode();
        ByteBuffer out = ByteBuffer.allocate(MAX_FIXED + frontier.length());
        out.put(VERSION);
        out.putLong(state.records());
        HashAlgorithm algorithm = state.hashAlgorithm();
        out.put((byte) (algorithm == null ? 0 : algorithm.id()));
        encode(state.last(), out);
        out.put(frontier.unsafeArray());
        byte[] encoded = new byte[out.position()];
        out.flip().get(encoded);
        return Bytes.wrap(encoded);
    }

    private static void encode(@Nullable LastRecord last, ByteBuffer out) {
        out.put((byte) (last == null ? 0 : 1));
        if (last == null) {
            return;
        }
        out.putLong(last.sequence().value());
        out.putLong(last.sealedAtMs());
        out.putLong(last.intakeOffset());
        Hash eventHash = last.eventHash();
        out.put((byte) (eventHash == null ? 0 : 1));
        if (eventHash != null) {
            eventHash.writeTo(out);
        }
    }

    static VerificationState decode(Bytes encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded.unsafeArray());
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw damaged("it has the version " + version + ", not " + VERSION, null);
            }
            return new VerificationState(in.getLong(), algorithm(in.get()), last(in), frontier(in));
        } catch (BufferUnderflowException e) {
            throw damaged("it ends after " + encoded.length() + " bytes", e);
        }
    }

    private static @Nullable HashAlgorithm algorithm(byte id) {
        return id == 0
                ? null
                : Stream.of(HashAlgorithm.values())
                        .filter(algorithm -> algorithm.id() == id)
                        .findFirst()
                        .orElseThrow(() -> damaged("there is no hash algorithm " + id, null));
    }

    private static @Nullable LastRecord last(ByteBuffer in) {
        if (!flag(in)) {
            return null;
        }
        Sequence sequence = new Sequence(in.getLong());
        long sealedAtMs = in.getLong();
        long intakeOffset = in.getLong();
        return new LastRecord(sequence, flag(in) ? hash(in) : null, sealedAtMs, intakeOffset);
    }

    private static boolean flag(ByteBuffer in) {
        byte flag = in.get();
        if (flag != 0 && flag != 1) {
            throw damaged("a flag is " + flag, null);
        }
        return flag == 1;
    }

    private static Hash hash(ByteBuffer in) {
        byte[] hash = new byte[Hash.LENGTH];
        in.get(hash);
        return Hash.wrap(hash);
    }

    private static Frontier frontier(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return Frontier.decode(Bytes.wrap(rest));
    }

    private static IllegalArgumentException damaged(String why, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "a stored verification state cannot be read: " + why + "; rebuild the store that it is from", cause);
    }
}

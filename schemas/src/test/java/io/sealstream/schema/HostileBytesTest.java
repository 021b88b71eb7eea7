package io.sealstream.schema;

import static io.sealstream.schema.Samples.CERTIFIED_BYTES;
import static io.sealstream.schema.Samples.REJECTED_BYTES;
import static io.sealstream.schema.Samples.SEALED_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, decoding returns, and allocates no more than a record of a few hundred bytes may cost. */
class HostileBytesTest {
    private static final long SEED = 20_260_101;
    private static final int RANDOM_RECORDS = 20_000;
    private static final long MAX_ALLOCATED_BYTES = 128 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(new CertifiedEventCodec(), CERTIFIED_BYTES),
                Arguments.of(new SealedEventCodec(), SEALED_BYTES),
                Arguments.of(new RejectedEventCodec(), REJECTED_BYTES));
    }

    @ParameterizedTest
    @MethodSource("records")
    void anyByteMayBeAnyOther(Codec<?> codec, HexRecord record) {
        byte[] whole = record.bytes();
        List<byte[]> hostile = new ArrayList<>();
        for (int at = 0; at < whole.length; at++) {
            for (int bits = 1; bits < 256; bits++) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) bits;
                hostile.add(changed);
            }
        }

        assertHarmless(codec, hostile, record.bytes());
    }

    @ParameterizedTest
    @MethodSource("records")
    void anyLengthMayBeClaimedAnywhere(Codec<?> codec, HexRecord record) {
        byte[] whole = record.bytes();
        List<byte[]> hostile = new ArrayList<>();
        for (String claim : List.of("feffffff0f", "80808080808040", "ffffffffffffffffff01", "feffffffffffffffff01")) {
            for (int at = 10; at < whole.length; at++) {
                hostile.add(withInserted(whole, at, HexFormat.of().parseHex(claim)));
            }
        }

        assertHarmless(codec, hostile, record.bytes());
    }

    @ParameterizedTest
    @MethodSource("records")
    void anyBytesMayFollowTheHeader(Codec<?> codec, HexRecord record) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        byte[] header = Arrays.copyOf(record.bytes(), 10);
        List<byte[]> hostile = Stream.generate(() -> withInserted(header, 10, randomBytes(random)))
                .limit(RANDOM_RECORDS)
                .toList();

        assertHarmless(codec, hostile, record.bytes());
    }

    private static void assertHarmless(Codec<?> codec, List<byte[]> hostile, byte[] good) {
        hostile.forEach(codec::decode); // what is loaded once is not a record's cost
        for (byte[] bytes : hostile) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            codec.decode(bytes);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (allocated > MAX_ALLOCATED_BYTES) {
                assertThat(allocated).as(HexFormat.of().formatHex(bytes)).isLessThan(MAX_ALLOCATED_BYTES);
            }
        }
        assertThat(codec.decode(good)).as("what comes after them").isInstanceOf(Decoding.Decoded.class);
    }

    private static byte[] withInserted(byte[] whole, int at, byte[] inserted) {
        byte[] bytes = Arrays.copyOf(whole, whole.length + inserted.length);
        System.arraycopy(inserted, 0, bytes, at, inserted.length);
        System.arraycopy(whole, at, bytes, at + inserted.length, whole.length - at);
        return bytes;
    }

    /** Small values are likely: they are lengths, counts and union branches that lead further into the record. */
    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(400)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(8));
        }
        return bytes;
    }
}

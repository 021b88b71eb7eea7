package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the core can hold comes back as it was, also what breaks every rule. */
class RoundTripTest {
    private static final long SEED = 20_260_102;
    private static final int RECORDS = 2_000;

    static Stream<Arguments> forms() {
        return Stream.of(
                form("intake", new CertifiedEventCodec(), RandomRecords::certified),
                form("sealed", new SealedEventCodec(), RandomRecords::sealed),
                form("rejected", new RejectedEventCodec(), RandomRecords::rejected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    <T> void avro(String form, Codec<T> codec, Function<RandomRecords, T> random) {
        List<T> records = records(random);

        List<Decoding<T>> read =
                records.stream().map(codec::encode).map(codec::decode).toList();

        assertThat(read).isEqualTo(decoded(records));
    }

    @Test
    void json() {
        var records = records(RandomRecords::sealed);

        var read = records.stream()
                .map(LedgerJson::write)
                .map(Bytes::utf8)
                .map(LedgerJson::read)
                .toList();

        assertThat(read).isEqualTo(decoded(records));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    <T> void manyThreadsMayShareACodec(String form, Codec<T> codec, Function<RandomRecords, T> random) {
        List<T> records = records(random);

        List<Decoding<T>> read =
                records.parallelStream().map(codec::encode).map(codec::decode).toList();

        assertThat(read).isEqualTo(decoded(records));
    }

    private static <T> List<T> records(Function<RandomRecords, T> random) {
        System.out.println("seed " + SEED);
        RandomRecords source = new RandomRecords(SEED);
        return Stream.generate(() -> random.apply(source)).limit(RECORDS).toList();
    }

    private static <T> List<Decoding<T>> decoded(List<T> records) {
        return records.stream().<Decoding<T>>map(Decoding.Decoded::new).toList();
    }

    private static <T> Arguments form(String name, Codec<T> codec, Function<RandomRecords, T> random) {
        return Arguments.of(name, codec, random);
    }
}

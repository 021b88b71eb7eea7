package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.schema.avro.CertifiedEvent;
import io.sealstream.schema.avro.RejectedEvent;
import io.sealstream.schema.avro.SealedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields are written one by one here. Avro by itself, which knows only the schema, reads and writes the same. */
class GenericAvroTest {
    private static final int FRAMING = 10;
    private static final int RECORDS = 500;

    static Stream<Arguments> forms() {
        return Stream.of(
                form(CertifiedEvent.getClassSchema(), new CertifiedEventCodec(), RandomRecords::certified),
                form(SealedEvent.getClassSchema(), new SealedEventCodec(), RandomRecords::sealed),
                form(RejectedEvent.getClassSchema(), new RejectedEventCodec(), RandomRecords::rejected));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("forms")
    <T> void readsAndWritesTheSame(Schema schema, Codec<T> codec, Function<RandomRecords, T> random, String form)
            throws IOException {
        RandomRecords source = new RandomRecords(7);
        for (int i = 0; i < RECORDS; i++) {
            T record = random.apply(source);
            byte[] written = codec.encode(record);

            byte[] again = rewritten(schema, written);

            // The entries of a map may stand in another order.
            assertThat(again).hasSameSizeAs(written);
            assertThat(codec.decode(again)).isEqualTo(new Decoding.Decoded<>(record));
        }
    }

    private static byte[] rewritten(Schema schema, byte[] framed) throws IOException {
        byte[] body = Arrays.copyOfRange(framed, FRAMING, framed.length);
        Object read =
                new GenericDatumReader<>(schema).read(null, DecoderFactory.get().binaryDecoder(body, null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(framed, 0, FRAMING);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(schema).write(read, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static <T> Arguments form(Schema schema, Codec<T> codec, Function<RandomRecords, T> random) {
        return Arguments.of(schema, codec, random, schema.getName());
    }
}

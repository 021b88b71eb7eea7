package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The format's worked examples, through both forms. They lie with the core's tests. */
class VectorsTest {
    private static final Path VECTORS = Path.of("../core/src/test/resources/vectors");

    static Stream<Path> ledgers() throws IOException {
        try (Stream<Path> files = Files.list(VECTORS.resolve("ledgers"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void everyLineIsReadAndWrittenAsItWas(Path ledger) throws IOException {
        List<String> lines = Files.readAllLines(ledger);

        List<String> written =
                lines.stream().map(VectorsTest::read).map(LedgerJson::write).toList();

        assertThat(written).isEqualTo(lines);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void everyRecordPassesThroughAvroUnchanged(Path ledger) throws IOException {
        SealedEventCodec codec = new SealedEventCodec();
        List<SealedEvent> records =
                Files.readAllLines(ledger).stream().map(VectorsTest::read).toList();

        List<Decoding<SealedEvent>> read =
                records.stream().map(codec::encode).map(codec::decode).toList();

        assertThat(read).isEqualTo(records.stream().map(Decoding.Decoded::new).toList());
    }

    static Stream<String> examples() throws IOException, StrictJson.InvalidJsonException {
        Bytes json = Bytes.of(Files.readAllBytes(VECTORS.resolve("format.json")));
        return StrictJson.object(json).get("records").valueStream().map(Object::toString);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aRecordThatIsReadHasTheHashesOfTheExample(String example) throws StrictJson.InvalidJsonException {
        var json = StrictJson.object(example);

        SealedEvent sealed = read(json.get("record").toString());

        var header = sealed.header(HashAlgorithm.SHA_256);
        assertThat(HexFormat.of().formatHex(header.encode()))
                .isEqualTo(json.at("/expect/header").textValue());
        assertThat(header.leafHash().hex())
                .isEqualTo(json.at("/expect/event_hash").textValue());
    }

    private static SealedEvent read(String line) {
        return switch (LedgerJson.read(Bytes.utf8(line))) {
            case Decoding.Decoded<SealedEvent>(SealedEvent sealed) -> sealed;
            case Decoding.Malformed<SealedEvent>(String reason) -> throw new AssertionError(reason + ": " + line);
        };
    }
}

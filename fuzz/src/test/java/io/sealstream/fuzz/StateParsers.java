package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.SequenceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What stores and keys hold: read only as it would be written, byte for byte. */
final class StateParsers {
    private StateParsers() {}

    static List<Parser> all() {
        return List.of(
                new Parser(
                        "ledger-head",
                        heads(),
                        exactly(bytes -> LedgerHead.decode(bytes).encode())),
                new Parser(
                        "verification-state",
                        states(),
                        exactly(bytes -> VerificationState.decode(bytes).encode())),
                new Parser("sequence-key", List.of(SequenceKey.encode(new Sequence(7))), StateParsers::sequenceKey));
    }

    private static Parser.Promise exactly(UnaryOperator<Bytes> decodeAndEncode) {
        return input -> {
            try {
                assertThat(decodeAndEncode.apply(Bytes.of(input))).isEqualTo(Bytes.of(input));
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        };
    }

    private static boolean sequenceKey(byte[] input) {
        return switch (SequenceKey.decode(input)) {
            case Decoding.Decoded<Sequence>(Sequence sequence) -> {
                assertThat(SequenceKey.encode(sequence)).isEqualTo(input);
                yield true;
            }
            case Decoding.Malformed<Sequence> malformed -> false;
        };
    }

    private static List<byte[]> heads() {
        return Samples.LEDGER.stream()
                .map(event -> new LedgerHead(
                                event.sequence(),
                                event.eventHash(),
                                event.sealedAtMs(),
                                event.intake().offset())
                        .encode()
                        .toByteArray())
                .toList();
    }

    private static List<byte[]> states() {
        Verification verification = new Verification(
                new CertificateVerifier(SignatureSchemes.supported()),
                new InMemoryEventIds(),
                VerificationOptions.OF_FILE);
        List<byte[]> states = new ArrayList<>();
        states.add(verification.state().encode().toByteArray());
        for (SealedEvent event : Samples.LEDGER) {
            var unused = verification.accept(LedgerRecord.ofFile(states.size(), new LedgerRecord.Decoded(event)));
            states.add(verification.state().encode().toByteArray());
        }
        return states;
    }
}

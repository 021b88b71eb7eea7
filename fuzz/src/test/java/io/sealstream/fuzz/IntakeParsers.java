package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.seal.GenesisRecord;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.LedgerSettings;
import io.sealstream.core.seal.Outcome;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.core.seal.Sealer;
import io.sealstream.core.seal.SealerState;
import io.sealstream.core.seal.SealingLimits;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A whole record of the intake: key, deadline header and value. The sealer gives each its one outcome, which can be
 * written to its topic and read there; and a ledger with whatever it sealed is one that the verifier doesn't object to.
 */
final class IntakeParsers {
    private static final long NOW_MS = 1_760_000_001_000L;
    private static final LedgerTopics TOPICS = new LedgerTopics("c", "i", "s");
    private static final ChainHash SHA_256 = ChainHash.of(HashAlgorithm.SHA_256);
    private static final CertificateVerifier CERTIFICATES = new CertificateVerifier(SignatureSchemes.supported());
    private static final Codec<CertifiedEvent> CERTIFIED = new CertifiedEventCodec();
    private static final Codec<SealedEvent> SEALED = new SealedEventCodec();
    private static final Codec<RejectedEvent> REJECTED = new RejectedEventCodec();

    /** It records certificates and does not require them: no input that is made up could be certified. */
    private static final Genesis GENESIS = new Genesis(
            "ledger",
            "example.com/ledger",
            HashAlgorithm.SHA_256,
            Certification.RECORDED,
            NOW_MS,
            TOPICS,
            List.of(new NamedPublicKey(Samples.KEY.keyId(), Samples.KEY.publicKey())),
            null);

    private static final SealedEvent FIRST = GenesisRecord.of(GENESIS, SHA_256);
    private static final SealerState STATE = new SealerState(
            LedgerSettings.of(FIRST, GENESIS),
            LedgerHead.atGenesis(FIRST.eventHash(), FIRST.sealedAtMs()),
            KeyRegister.of(GENESIS),
            TOPICS,
            TOPICS);
    private static final Sealer SEALER =
            new Sealer(SHA_256, id -> Optional.empty(), CERTIFICATES, SealingLimits.DEFAULT, AdmissionPolicy.NONE);

    private IntakeParsers() {}

    static List<Parser> all() {
        List<byte[]> samples = Samples.LEDGER.stream()
                .map(SealedEvent::certified)
                .filter(certified -> !certified.event().eventType().isControl())
                .flatMap(IntakeParsers::samples)
                .toList();
        return List.of(new Parser("intake-record", samples, IntakeParsers::isSealed));
    }

    private static Stream<byte[]> samples(CertifiedEvent certified) {
        byte[] key = Bytes.utf8(certified.event().eventId().value()).toByteArray();
        byte[] deadline = ByteBuffer.allocate(Long.BYTES).putLong(NOW_MS + 1).array();
        byte[] value = CERTIFIED.encode(certified);
        return Stream.of(Pieces.join(key, new byte[0], value), Pieces.join(key, deadline, value));
    }

    private static boolean isSealed(byte[] input) {
        return switch (SEALER.seal(STATE, intakeRecord(input), NOW_MS).outcome()) {
            case Outcome.Sealed sealed -> {
                SealedEvent event = sealed.event();
                assertThat(SEALED.decode(SEALED.encode(event))).isEqualTo(new Decoding.Decoded<>(event));
                assertThat(verdict(event)).isNotEqualTo(Verdict.TAMPERED);
                yield true;
            }
            case Outcome.Rejected(RejectedEvent event) -> {
                assertThat(REJECTED.decode(REJECTED.encode(event))).isEqualTo(new Decoding.Decoded<>(event));
                yield false;
            }
        };
    }

    private static IntakeRecord intakeRecord(byte[] input) {
        Pieces pieces = new Pieces(input);
        Bytes key = Bytes.wrap(pieces.next());
        Bytes deadline = Bytes.wrap(pieces.next());
        Bytes value = Bytes.wrap(pieces.rest());
        IntakeRecord.Content content = switch (CERTIFIED.decode(value.toByteArray())) {
            case Decoding.Decoded<CertifiedEvent> decoded -> new IntakeRecord.Content.Decoded(decoded.value());
            case Decoding.Malformed<CertifiedEvent> malformed -> new IntakeRecord.Content.Malformed(malformed.reason());
        };
        return new IntakeRecord(0, NOW_MS, key, value, deadline.isEmpty() ? null : deadline, content);
    }

    private static Verdict verdict(SealedEvent event) {
        Verification verification = new Verification(CERTIFICATES, new InMemoryEventIds(), VerificationOptions.OF_FILE);
        verification.accept(LedgerRecord.ofFile(1, new LedgerRecord.Decoded(FIRST)));
        verification.accept(LedgerRecord.ofFile(2, new LedgerRecord.Decoded(event)));
        return verification.resultAtEnd().verdict(Set.of());
    }
}

package io.sealstream.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.gateway.submit.CertificateReading.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateReadingTest {
    private static final Ed25519SigningKey ROOT =
            Ed25519SigningKey.ofSeed(Bytes.wrap(new byte[32])).withKeyId(new KeyId("root"));
    private static final String SIGNATURE = "aGVsbG8=";

    @Test
    void theAlgorithmIsThatOfTheKey() {
        Result result = read(Certification.REQUIRED, stated("root:" + SIGNATURE, "", ""));

        assertThat(result).isEqualTo(certificate(SignatureAlgorithm.ED25519, "root", Bytes.utf8("hello")));
    }

    @Test
    void theKeyIdCanStandBesideTheSignature() {
        Result result = read(Certification.REQUIRED, stated(SIGNATURE, "root", ""));

        assertThat(result).isEqualTo(certificate(SignatureAlgorithm.ED25519, "root", Bytes.utf8("hello")));
    }

    @Test
    void anAlgorithmThatIsStatedNeedsNoKnownKey() {
        Result result = read(Certification.REQUIRED, stated("new:" + SIGNATURE, "", "ML-DSA-65"));

        assertThat(result).isEqualTo(certificate(SignatureAlgorithm.ML_DSA_65, "new", Bytes.utf8("hello")));
    }

    @Test
    void twoKeyIdsThatDifferAreInvalid() {
        assertRefused(read(Certification.REQUIRED, stated("root:" + SIGNATURE, "other", "")), "INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ed25519"})
    void aKeyIdThatNoKeyCanHaveIsInvalid(String algorithm) {
        assertRefused(
                read(Certification.REQUIRED, stated("x".repeat(129) + ":" + SIGNATURE, "", algorithm)), "INVALID");
        assertRefused(read(Certification.REQUIRED, stated(SIGNATURE, "x".repeat(0x1_0000), algorithm)), "INVALID");
        assertRefused(read(Certification.REQUIRED, stated(SIGNATURE, "\uD800", algorithm)), "INVALID");
    }

    @Test
    void anAlgorithmThatNobodyKnowsIsInvalid() {
        assertRefused(read(Certification.REQUIRED, stated("root:" + SIGNATURE, "", "RSA")), "INVALID");
    }

    @Test
    void aKeyThatNobodyRegisteredIsUnknown() {
        assertRefused(read(Certification.REQUIRED, stated("other:" + SIGNATURE, "", "")), "KEY_UNKNOWN");
    }

    @Test
    void aSignatureWithoutAKeyIsOfTheCallersDefaultKey() {
        Result result = reading(Certification.REQUIRED).read(stated(SIGNATURE, "", ""), new KeyId("root"));

        assertThat(result).isEqualTo(certificate(SignatureAlgorithm.ED25519, "root", Bytes.utf8("hello")));
    }

    @Test
    void nothingIsMissingWhereItIsRequired() {
        assertRefused(read(Certification.REQUIRED, null), "CERTIFICATE_MISSING");
    }

    @ParameterizedTest
    @EnumSource(names = "REQUIRED", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsEnoughElsewhere(Certification certification) {
        assertThat(read(certification, null)).isEqualTo(new Result.Read(null));
    }

    @Test
    void otherTextIsKeptWhereCertificatesAreRecorded() {
        Result result = read(Certification.RECORDED, stated("signed by me", "", ""));

        assertThat(result).isEqualTo(certificate(SignatureAlgorithm.OPAQUE, "", Bytes.utf8("signed by me")));
    }

    @Test
    void aSignatureWithoutAKeyIsKeptAsItsTextWhereCertificatesAreRecorded() {
        Result result = read(Certification.RECORDED, stated(SIGNATURE, "", ""));

        assertThat(result).isEqualTo(certificate(SignatureAlgorithm.OPAQUE, "", Bytes.utf8(SIGNATURE)));
    }

    @ParameterizedTest
    @EnumSource(names = "RECORDED", mode = EnumSource.Mode.EXCLUDE)
    void otherTextIsInvalidElsewhere(Certification certification) {
        assertRefused(read(certification, stated("signed by me", "", "")), "INVALID");
    }

    private static Result read(Certification certification, @Nullable StatedCertificate stated) {
        return reading(certification).read(stated, null);
    }

    private static CertificateReading reading(Certification certification) {
        Genesis genesis = new Genesis(
                "payments",
                "payments",
                HashAlgorithm.SHA_256,
                certification,
                0,
                new LedgerTopics("cluster", "intake", "sealed"),
                List.of(new NamedPublicKey(ROOT.keyId(), ROOT.publicKey())),
                null);
        return new CertificateReading(certification, () -> KeyRegister.of(genesis));
    }

    private static @Nullable StatedCertificate stated(String signature, String keyId, String algorithm) {
        return StatedCertificate.of(signature, keyId, algorithm, null);
    }

    private static Result certificate(SignatureAlgorithm algorithm, String keyId, Bytes signature) {
        return new Result.Read(new Certificate(algorithm, new KeyId(keyId), signature, null));
    }

    private static void assertRefused(Result result, String reason) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.answer().reason()).isEqualTo(reason));
    }
}

package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sealstream.core.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EcdsaP256SchemeTest {
    private static final byte[] STATEMENT = "a statement".getBytes(StandardCharsets.UTF_8);
    private static final EcdsaP256SigningKey SIGNER = EcdsaP256SigningKey.ofSecret(Bytes.ofHex("07".repeat(32)));
    private static final EcdsaSignature SIGNATURE =
            EcdsaSignature.parse(SIGNER.sign(STATEMENT)).orElseThrow();

    private static final BigInteger P = P256.DOMAIN.getCurve().getField().getCharacteristic();

    private final EcdsaP256Scheme scheme = new EcdsaP256Scheme();

    private boolean accepts(Bytes signature) {
        return scheme.verify(SIGNER.publicKey().encoded(), STATEMENT, signature);
    }

    private boolean accepts(BigInteger r, BigInteger s) {
        return accepts(new EcdsaSignature(r, s).encode());
    }

    @Test
    void acceptsWhatItsKeySigned() {
        assertThat(accepts(SIGNATURE.encode())).isTrue();
    }

    /** By OpenSSL 3.0.19: openssl dgst -sha256 -sign, over the statement. */
    @Test
    void acceptsASignatureOfOpensslWhoseSIsLow() {
        Bytes key = Bytes.ofHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                + "ba580572e5f91cc3f2e4b8f685931bb0cb3566bd8fc3055fbc9c1f4075be2a7a"
                + "0bb046730138f347bb52dd844afc9442f41c2e7dd249d4798bc7a117bdb0ae53");
        Bytes low = Bytes.ofHex("3045022100a157267dabd8ff392f5da3ee623eb8d18f5fbd4f813d9b383174e4187972377a"
                + "02206dcd28ede8fb6d9950c044194f7c064d717d860ffc065bcbe1d1d60b7f2ecb44");
        Bytes high = Bytes.ofHex("304502201b0e26bb988dbccee7c1a2e6e67766e081204d7fac21da3d387f283176c53ef3"
                + "022100e6048bc1c2316c0f7695707623e0fe28abbc2c9a72a5f29c216827282f2827ca");

        assertThat(scheme.verify(key, STATEMENT, low)).isTrue();
        assertThat(scheme.verify(key, STATEMENT, high)).isFalse();
    }

    @Test
    void refusesTheTwinOfAGoodSignature() {
        assertThat(accepts(SIGNATURE.r(), P256.N.subtract(SIGNATURE.s()))).isFalse();
    }

    @Test
    void drawsTheLineForSBetweenHalfOfNAndTheNextNumber() {
        BigInteger half = P256.N.subtract(BigInteger.ONE).divide(BigInteger.TWO);

        assertThat(new EcdsaSignature(BigInteger.ONE, half).isInRange()).isTrue();
        assertThat(new EcdsaSignature(BigInteger.ONE, half.add(BigInteger.ONE)).isInRange())
                .isFalse();
    }

    @Test
    void drawsTheLinesForRBelowOneAndFromNOn() {
        BigInteger last = P256.N.subtract(BigInteger.ONE);

        assertThat(new EcdsaSignature(last, BigInteger.ONE).isInRange()).isTrue();
        assertThat(new EcdsaSignature(P256.N, BigInteger.ONE).isInRange()).isFalse();
        assertThat(new EcdsaSignature(BigInteger.ZERO, BigInteger.ONE).isInRange())
                .isFalse();
        assertThat(new EcdsaSignature(BigInteger.ONE, BigInteger.ZERO).isInRange())
                .isFalse();
    }

    @Test
    void refusesNumbersThatAreTheSameModuloN() {
        assertThat(accepts(SIGNATURE.r().add(P256.N), SIGNATURE.s())).isFalse();
        assertThat(accepts(SIGNATURE.r(), SIGNATURE.s().add(P256.N))).isFalse();
        assertThat(accepts(SIGNATURE.r().subtract(P256.N), SIGNATURE.s())).isFalse();
        assertThat(accepts(SIGNATURE.r(), SIGNATURE.s().subtract(P256.N))).isFalse();
        assertThat(accepts(SIGNATURE.r().negate(), SIGNATURE.s())).isFalse();
        assertThat(accepts(SIGNATURE.r(), SIGNATURE.s().negate())).isFalse();
    }

    @Test
    void refusesZeros() {
        assertThat(accepts(BigInteger.ZERO, BigInteger.ZERO)).isFalse();
        assertThat(accepts(SIGNATURE.r(), BigInteger.ZERO)).isFalse();
        assertThat(accepts(BigInteger.ZERO, SIGNATURE.s())).isFalse();
    }

    @Test
    void refusesAnotherStatementAndAnotherKey() {
        Bytes other = EcdsaP256SigningKey.ofSecret(Bytes.ofHex("08".repeat(32)))
                .publicKey()
                .encoded();
        Bytes signature = SIGNATURE.encode();

        assertThat(scheme.verify(SIGNER.publicKey().encoded(), new byte[] {1}, signature))
                .isFalse();
        assertThat(scheme.verify(other, STATEMENT, signature)).isFalse();
    }

    @Test
    void refusesEveryFlippedBit() {
        byte[] signature = SIGNATURE.encode().toByteArray();

        assertThat(IntStream.range(0, signature.length * 8).mapToObj(bit -> flipped(signature, bit)))
                .noneMatch(this::accepts);
    }

    static Stream<Arguments> otherEncodings() {
        String r = integer(SIGNATURE.r());
        String s = integer(SIGNATURE.s());
        String good = sequence(r + s);
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("an empty sequence", "3000"),
                argumentSet("two integers of no bytes", "300402000200"),
                argumentSet("r of no bytes", sequence("0200" + s)),
                argumentSet("s of no bytes", sequence(r + "0200")),
                argumentSet("r alone", sequence(r)),
                argumentSet("a third integer", sequence(r + s + "020101")),
                argumentSet("a byte behind it", good + "00"),
                argumentSet("a byte behind it that the length counts", sequence(r + s + "00")),
                argumentSet("the last byte missing", good.substring(0, good.length() - 2)),
                argumentSet("r with a needless zero", sequence(padded(SIGNATURE.r()) + s)),
                argumentSet("s with a needless zero", sequence(r + padded(SIGNATURE.s()))),
                argumentSet("a length in two bytes", "3081" + good.substring(2)),
                argumentSet("a length in three bytes", "308200" + good.substring(2)),
                argumentSet("an indefinite length", "3080" + r + s + "0000"),
                argumentSet("an integer's length in two bytes", sequence("0281" + r.substring(2) + s)),
                argumentSet("a set", "31" + good.substring(2)),
                argumentSet("an octet string for r", sequence("04" + r.substring(2) + s)),
                argumentSet("an octet string for s", sequence(r + "04" + s.substring(2))),
                argumentSet(
                        "r and s side by side, as IEEE P1363 has them", fixed(SIGNATURE.r()) + fixed(SIGNATURE.s())),
                argumentSet("a negative length of r", good.substring(0, 6) + "ff" + good.substring(8)),
                argumentSet("a length of r beyond the end", good.substring(0, 6) + "7f" + good.substring(8)),
                argumentSet("8 KiB", "30".repeat(8192)));
    }

    @Test
    void readsTheShortestAndTheLongestSignature() {
        BigInteger last = P256.N.subtract(BigInteger.ONE);
        EcdsaSignature shortest = new EcdsaSignature(BigInteger.ONE, BigInteger.ONE);
        EcdsaSignature longest = new EcdsaSignature(last, last);

        assertThat(shortest.encode().hex()).isEqualTo("3006020101020101");
        assertThat(longest.encode().length()).isEqualTo(72);
        assertThat(EcdsaSignature.parse(shortest.encode())).contains(shortest);
        assertThat(EcdsaSignature.parse(longest.encode())).contains(longest);
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void refusesTheSameNumbersInAnotherEncoding(String hex) {
        assertThat(accepts(Bytes.ofHex(hex))).isFalse();
    }

    static Stream<Arguments> otherKeys() {
        String good = SIGNER.publicKey().encoded().hex();
        String point = good.substring(52);
        String x = good.substring(54, 118);
        String y = good.substring(118);
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("the point alone", point),
                argumentSet("the point compressed", "3039301306072a8648ce3d020106082a8648ce3d030107032200" + "02" + x),
                argumentSet("the point hybrid", good.substring(0, 52) + "06" + x + y),
                argumentSet("infinity", "3019301306072a8648ce3d020106082a8648ce3d030107030200" + "00"),
                argumentSet("zeros for the point", good.substring(0, 54) + "00".repeat(64)),
                argumentSet("another curve's name", good.replace("2a8648ce3d030107", "2a8648ce3d030106")),
                argumentSet("a byte behind it", good + "00"),
                argumentSet("the last byte missing", good.substring(0, good.length() - 2)),
                argumentSet(
                        "another point's y",
                        good.substring(0, 118)
                                + flipped(Bytes.ofHex(y).toByteArray(), 0).hex()),
                argumentSet("x and y turned round", good.substring(0, 54) + y + x));
    }

    @ParameterizedTest
    @MethodSource("otherKeys")
    void allowsNoOtherKey(String hex) {
        Bytes key = Bytes.ofHex(hex);

        assertThat(scheme.isAllowed(key)).isFalse();
        assertThat(scheme.verify(key, STATEMENT, SIGNATURE.encode())).isFalse();
    }

    @Test
    void allowsNoXFromPOn() {
        Bytes point = Bytes.ofHex("02" + "00".repeat(31) + "05");
        String good = P256.encode(P256.DOMAIN.getCurve().decodePoint(point.toByteArray()))
                .hex();
        String unreduced = good.replace("00".repeat(31) + "05", fixed(P.add(BigInteger.valueOf(5))));

        assertThat(scheme.isAllowed(Bytes.ofHex(good))).isTrue();
        assertThat(scheme.isAllowed(Bytes.ofHex(unreduced))).isFalse();
    }

    /** A point of Project Wycheproof whose y still fits into 32 bytes with p added. */
    @Test
    void allowsNoYFromPOn() {
        String y = "000000001352bb4a0fa2ea4cceb9ab63dd684ade5a1127bcf300a698a7193bc2";
        String good = "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                + "bcbb2914c79f045eaa6ecbbc612816b3be5d2d6796707d8125e9f851c18af015" + y;
        String unreduced = good.replace(y, fixed(P.add(new BigInteger(y, 16))));

        assertThat(scheme.isAllowed(Bytes.ofHex(good))).isTrue();
        assertThat(scheme.isAllowed(Bytes.ofHex(unreduced))).isFalse();
    }

    private static Bytes flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return Bytes.wrap(changed);
    }

    private static String sequence(String content) {
        return String.format("30%02x", content.length() / 2) + content;
    }

    private static String integer(BigInteger number) {
        return integer(Bytes.wrap(number.toByteArray()).hex());
    }

    private static String padded(BigInteger number) {
        return integer("00" + Bytes.wrap(number.toByteArray()).hex());
    }

    private static String integer(String content) {
        return String.format("02%02x", content.length() / 2) + content;
    }

    private static String fixed(BigInteger number) {
        return String.format("%064x", number);
    }
}

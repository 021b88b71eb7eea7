package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.key.SigningKey;
import java.util.List;

/**
 * Public keys and signatures of each algorithm that this build has: any bytes give an answer, and a key that is not
 * allowed verifies nothing.
 */
final class SignatureParsers {
    private static final Bytes STATEMENT = Bytes.utf8("statement");

    private SignatureParsers() {}

    static List<Parser> all() {
        List<byte[]> samples =
                Samples.KEYS.stream().map(SignatureParsers::sample).toList();
        return List.of(new Parser("signature", samples, SignatureParsers::verify));
    }

    private static byte[] sample(SigningKey key) {
        return Pieces.join(
                new byte[] {(byte) key.algorithm().id()},
                key.publicKey().encoded().toByteArray(),
                key.sign(STATEMENT.toByteArray()).toByteArray(),
                STATEMENT.toByteArray());
    }

    private static boolean verify(byte[] input) {
        Pieces pieces = new Pieces(input);
        byte[] id = pieces.next();
        Bytes key = Bytes.wrap(pieces.next());
        Bytes signature = Bytes.wrap(pieces.next());
        byte[] statement = pieces.rest();
        return SignatureAlgorithm.ofId(id.length == 0 ? 0 : id[0])
                .flatMap(SignatureSchemes.supported()::find)
                .filter(scheme -> verify(scheme, key, statement, signature))
                .isPresent();
    }

    private static boolean verify(SignatureScheme scheme, Bytes key, byte[] statement, Bytes signature) {
        boolean allowed = scheme.isAllowed(key);
        boolean verified = scheme.verify(key, statement, signature);
        assertThat(verified)
                .as("verified, by a key that is allowed: %s", allowed)
                .isIn(false, allowed);
        return verified;
    }
}

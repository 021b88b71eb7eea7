package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's and speccheck's signatures; see the README beside them. */
class Ed25519VectorsTest {
    private final SignatureScheme scheme = scheme();

    SignatureScheme scheme() {
        return new Ed25519Scheme();
    }

    @Test
    void agreesWithWycheproofAboutEachSignature() {
        List<SchemeVector> vectors =
                SchemeVector.withOwnKeys("wycheproof-ed25519.json").toList();

        assertThat(vectors).hasSize(151).allMatch(vector -> vector.isAcceptedBy(scheme) == vector.valid());
    }

    /**
     * In each of the twelve the key or R is of small or mixed order or not canonical, or S is not below L. Libraries
     * differ about all of them; the format's rule is the strictest there is.
     */
    @Test
    void refusesEveryEdgeCaseOfTamingTheManyEdDsas() {
        List<SchemeVector> vectors =
                SchemeVector.withOwnKeys("ed25519-speccheck.json").toList();

        assertThat(vectors).hasSize(12).noneMatch(vector -> vector.isAcceptedBy(scheme));
    }

    @Test
    void allowsOfTheirKeysOnlyTheTwoOfPrimeOrder() {
        assertThat(SchemeVector.withOwnKeys("ed25519-speccheck.json").filter(vector -> scheme.isAllowed(vector.key())))
                .extracting(SchemeVector::id)
                .containsExactly(6, 7);
    }
}

package io.sealstream.core.verify;

import static io.sealstream.core.verify.LedgerBuilder.begin;
import static io.sealstream.core.verify.LedgerBuilder.empty;
import static io.sealstream.core.verify.LedgerBuilder.ledger;
import static io.sealstream.core.verify.Verifications.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenesisRulesTest {
    private static final Genesis GENESIS = LedgerBuilder.genesis(Certification.REQUIRED);
    private static final Event GENESIS_EVENT = Events.control("sealstream.genesis", GENESIS);
    /** The identity of the curve: an encoding that is canonical, of a point that the rule forbids. */
    private static final PublicKey FORBIDDEN =
            new PublicKey(SignatureAlgorithm.ED25519, Bytes.ofHex("01" + "00".repeat(31)));

    @Test
    void aLedgerMayBeAGenesisAlone() {
        assertThat(faults(begin(GENESIS).records())).isEmpty();
    }

    @Test
    void anOrdinaryFirstRecordIsNoGenesisAndNothingIsJudgedByItsKeys() {
        LedgerBuilder ledger = empty().uncertified(Events.ordinary("event")).events(2);
        VerificationResult result = Verifications.result(ledger.records());
        assertThat(Verifications.inShort(result.faults().listed())).containsExactly("0 GENESIS_INVALID");
        assertThat(result.ledgerId()).isNull();
    }

    @Test
    void thePreviousHashOfAGenesisIsZero() {
        LedgerBuilder ledger = ledger();
        SealedEvent genesis = Sealed.withPreviousHash(ledger.records().getFirst(), Sealed.flip(Hash.ZERO));
        assertThat(faults(List.of(Sealed.rehash(genesis)))).containsExactly("0 GENESIS_INVALID");
    }

    @Test
    void theEventIdOfAGenesisIsAlwaysTheSame() {
        assertThat(faults(empty().byTheLedger(Events.withId(GENESIS_EVENT, "sealstream.other"))
                        .records()))
                .containsExactly("0 GENESIS_INVALID");
    }

    @Test
    void aGenesisHasNoCertificate() {
        Certificate certificate = new Certificate(SignatureAlgorithm.OPAQUE, new KeyId(""), Bytes.EMPTY, null);
        SealedEvent genesis = Sealed.withCertificate(begin(GENESIS).records().getFirst(), certificate);
        assertThat(faults(List.of(Sealed.rehash(genesis)))).containsExactly("0 GENESIS_INVALID");
    }

    @Test
    void aGenesisMustBeReadable() {
        Event event = Events.control("sealstream.genesis", Genesis.TYPE, Bytes.utf8("{}"));
        assertThat(faults(empty().byTheLedger(event).events(1).records())).containsExactly("0 GENESIS_INVALID");
    }

    @Test
    void aRootKeyThatItsAlgorithmForbidsIsInvalid() {
        NamedPublicKey root = new NamedPublicKey(new KeyId("root-1"), FORBIDDEN);
        assertThat(faults(begin(LedgerBuilder.genesis(Certification.REQUIRED, List.of(root)))
                        .records()))
                .containsExactly("0 GENESIS_INVALID");
    }

    @Test
    void aCheckpointKeyThatItsAlgorithmForbidsIsInvalid() {
        Genesis genesis = new Genesis(
                GENESIS.ledger(),
                GENESIS.origin(),
                GENESIS.hash(),
                GENESIS.certification(),
                GENESIS.createdAtMs(),
                GENESIS.topics(),
                GENESIS.rootKeys(),
                FORBIDDEN);
        assertThat(faults(begin(genesis).records())).containsExactly("0 GENESIS_INVALID");
    }

    @Test
    void aSecondGenesisIsInvalidAndChangesNothing() {
        Genesis other = LedgerBuilder.genesis(Certification.NONE, List.of(Keys.root(Keys.SECOND_ROOT)));
        LedgerBuilder ledger = ledger().genesis(other).events(1).uncertified(Events.ordinary("event"));
        assertThat(faults(ledger.records()))
                .containsExactly("2 DUPLICATE_EVENT_ID", "2 GENESIS_INVALID", "4 CERTIFICATE_MISSING");
    }

    @Test
    void aSecondGenesisThatCannotBeReadIsInvalidOnce() {
        Event event = Events.control("sealstream.genesis.2", Genesis.TYPE, Bytes.utf8("{}"));
        assertThat(faults(ledger().byTheLedger(event).records())).containsExactly("2 GENESIS_INVALID");
    }

    @Test
    void anOrdinaryRecordAtSequenceZeroFurtherOnIsNoGenesis() {
        LedgerBuilder ledger = ledger().events(1);
        SealedEvent again = Sealed.rehash(Sealed.withSequence(ledger.records().get(2), 0));
        assertThat(faults(ledger.with(2, again)))
                .containsExactly("0 SEQUENCE_REGRESSION", "0 GENESIS_INVALID", "0 KEY_UNKNOWN");
    }

    @Test
    void aGenesisWithAnyFaultOfItsOwnLaysNothingDown() {
        LedgerBuilder ledger = ledger().events(1);
        SealedEvent genesis = Sealed.withSealedAt(ledger.records().getFirst(), LedgerBuilder.FIRST_MS - 1);
        assertThat(faults(ledger.with(0, genesis))).containsExactly("0 EVENT_HASH_MISMATCH");
    }
}

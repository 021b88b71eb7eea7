package io.sealstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.client.TestLedger;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.SecretFile;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.PrivateKeyPem;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.NamedPublicKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewaySignerTest {
    private static final Ed25519SigningKey ROOT = TestLedger.key("root");
    private static final Ed25519SigningKey OWN = TestLedger.key("gateway");
    private static final Hash LEDGER = Sha256.of(Bytes.utf8("ledger").toByteArray());

    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("gateway.pem");
    }

    @Test
    void aKeyCertifiesAsItsOwnerWould() throws IOException {
        write(OWN);
        Event event = TestLedger.event("a");

        assertThat(GatewaySigner.read(file, genesis(Certification.REQUIRED), LEDGER)
                        .sign(event))
                .isEqualTo(new Certifier(LEDGER, OWN).certify(event));
    }

    @Test
    void aRootKeyIsRefused() throws IOException {
        write(ROOT);

        assertThatThrownBy(() -> GatewaySigner.read(file, genesis(Certification.REQUIRED), LEDGER))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("signing.key=" + file, "root key", "key add");
    }

    @Test
    void whereTheLedgerTakesEventsWithoutACertificateAKeyIsRefused() throws IOException {
        write(OWN);

        assertThatThrownBy(() -> GatewaySigner.read(file, genesis(Certification.RECORDED), LEDGER))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("signing.key=" + file, "leave it out");
    }

    private void write(Ed25519SigningKey key) throws IOException {
        SecretFile.create(file, PrivateKeyPem.text(key));
    }

    private static Genesis genesis(Certification certification) {
        return new Genesis(
                "payments",
                "payments",
                HashAlgorithm.SHA_256,
                certification,
                0,
                new LedgerTopics("cluster", "intake", "sealed"),
                List.of(new NamedPublicKey(ROOT.keyId(), ROOT.publicKey())),
                null);
    }
}

package io.sealstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ConfigLayers;
import io.sealstream.gateway.tls.TlsFiles;
import io.sealstream.gateway.tls.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConfigTest {
    @Test
    void byDefaultOnlyThisMachineReachesItAndAnEventHasFiftyMilliseconds() {
        GatewayConfig config = GatewayConfig.of(layers().load());

        assertThat(config.listener()).hasToString("127.0.0.1:50051");
        assertThat(config.limits().deadline()).isEqualTo(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:50051", "[::]:50051", "192.0.2.1:50051"})
    void anAddressThatOthersReachIsRefusedWithoutTheFlag(String listener) {
        ConfigLayers layers = layers().flag(GatewayConfig.LISTENER, "--listener", listener);

        assertThatThrownBy(() -> GatewayConfig.of(layers.load()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("--listener", listener, "insecure.listener=true");
    }

    @Test
    void theFlagAllowsIt() {
        ConfigLayers layers = layers().flag(GatewayConfig.LISTENER, "--listener", "0.0.0.0:50051")
                .flag(GatewayConfig.INSECURE_LISTENER, "--insecure-listener", true);

        assertThat(GatewayConfig.of(layers.load()).listener().isLoopback()).isFalse();
    }

    @Test
    void withTlsOthersMayReachIt() {
        ConfigLayers layers = layers().flag(GatewayConfig.LISTENER, "--listener", "0.0.0.0:50051")
                .flag(TlsFiles.CERTIFICATE, "tls.certificate", "tls.crt")
                .flag(TlsFiles.KEY, "tls.key", "tls.key");

        GatewayConfig config = GatewayConfig.of(layers.load());

        assertThat(config.callers().tls())
                .isEqualTo(new TlsSettings(
                        new TlsFiles(Path.of("tls.crt"), Path.of("tls.key"), null), Duration.ofSeconds(5)));
    }

    @Test
    void aCertificateWithoutAKeyIsRefused() {
        ConfigLayers layers = layers().flag(TlsFiles.CERTIFICATE, "tls.certificate", "tls.crt");

        assertThatThrownBy(() -> GatewayConfig.of(layers.load()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tls.certificate", "give tls.key");
    }

    @ParameterizedTest
    @ValueSource(strings = {TlsFiles.KEY, TlsFiles.CLIENT_CA})
    void whatBelongsToACertificateIsRefusedWithoutOne(String key) {
        ConfigLayers layers = layers().flag(key, key, "tls.pem");

        assertThatThrownBy(() -> GatewayConfig.of(layers.load()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll(key, "give tls.certificate");
    }

    @Test
    void aGrantWithoutCertificatesOfClientsIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("gateway.properties"), "client.till.subject=CN=till");

        assertThatThrownBy(() -> GatewayConfig.of(layers().file(file).load()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("client.till.subject", "give tls.client.ca");
    }

    @Test
    void aSigningKeyWithoutCertificatesOfClientsIsRefused() {
        ConfigLayers layers = layers().flag(CallerConfig.SIGNING_KEY, "signing.key", "gateway.pem");

        assertThatThrownBy(() -> GatewayConfig.of(layers.load()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("signing.key", "give tls.client.ca");
    }

    @Test
    void anAddressWithoutAPortIsRefused() {
        ConfigLayers layers = layers().flag(GatewayConfig.LISTENER, "--listener", "localhost");

        assertThatThrownBy(layers::load).hasMessageContaining("host:port");
    }

    @Test
    void aDeadlineBeyondTheLongestIsRefused() {
        ConfigLayers layers = layers().flag(GatewayConfig.DEADLINE_MS, "--deadline", 60_000);

        assertThatThrownBy(() -> GatewayConfig.of(layers.load())).hasMessageContainingAll("deadline.ms", "30000");
    }

    private static ConfigLayers layers() {
        return new ConfigLayers(GatewayConfig.define())
                .flag("ledger", "--ledger", "payments")
                .flag("bootstrap.servers", "--bootstrap-server", "localhost:9092");
    }
}

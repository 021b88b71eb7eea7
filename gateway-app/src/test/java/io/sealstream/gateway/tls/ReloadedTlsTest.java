package io.sealstream.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sealstream.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadedTlsTest {
    private static final TestAuthority AUTHORITY = TestAuthority.named("CN=authority");
    private static final TestIdentity SERVER = AUTHORITY.issue("CN=server");
    private static final TestIdentity OTHER = AUTHORITY.issue("CN=other");

    @TempDir
    private Path directory;

    private TlsFiles files = new TlsFiles(Path.of(""), Path.of(""), null);

    @BeforeEach
    void write() {
        files = new TlsFiles(directory.resolve("tls.crt"), directory.resolve("tls.key"), directory.resolve("ca.crt"));
        SERVER.write(files);
        TestIdentity.write(directory.resolve("ca.crt"), AUTHORITY.certificate());
    }

    @Test
    void soundFilesAreTaken() {
        try (ReloadedTls tls = open()) {
            assertThat(certificate(tls)).isEqualTo(SERVER.certificate());
            assertThat(tls.trustedCertificates("*")).containsExactly(AUTHORITY.certificate());
            assertThat(tls.complaint()).isNull();
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        TestIdentity.write(files.certificate(), OTHER.certificate());

        assertThatThrownBy(this::open)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tls.key", files.key().toString(), "CN=other", "made together");
    }

    @Test
    void anExpiredCertificateIsRefused() {
        AUTHORITY.issueExpired("CN=server").write(files);

        assertThatThrownBy(this::open)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tls.certificate", files.certificate().toString(), "CN=server", "expired at");
    }

    @Test
    void anExpiredAuthorityOfClientsIsRefused() {
        TestIdentity.write(
                directory.resolve("ca.crt"), AUTHORITY.issueExpired("CN=old").certificate());

        assertThatThrownBy(this::open)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tls.client.ca", "CN=old", "expired at");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(files.certificate());

        assertThatThrownBy(this::open)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tls.certificate", files.certificate().toString(), "check the path");
    }

    @Test
    void aFileWithoutACertificateIsRefused() throws IOException {
        Files.writeString(files.certificate(), "");

        assertThatThrownBy(this::open)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tls.certificate", files.certificate().toString(), "PEM");
    }

    @Test
    void aFileWithoutAKeyIsRefused() throws IOException {
        Files.writeString(files.key(), "no key");

        assertThatThrownBy(this::open)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tls.key", files.key().toString(), "PEM");
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(this::open)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tls.key", "chmod 600");
    }

    @Test
    void whatIsNewIsTakenWhileItRuns() {
        try (ReloadedTls tls = open()) {
            OTHER.write(files);

            await().until(() -> certificate(tls).equals(OTHER.certificate()));
        }
    }

    @Test
    void whatIsNotSoundIsNotTakenAndIsComplainedAboutUntilItIs() {
        try (ReloadedTls tls = open()) {
            TestIdentity.write(files.certificate(), OTHER.certificate());

            await().until(() -> tls.complaint() != null);

            assertThat(tls.complaint()).contains("tls.key", files.key().toString());
            assertThat(certificate(tls)).isEqualTo(SERVER.certificate());
            OTHER.write(files);
            await().until(() -> tls.complaint() == null);
            assertThat(certificate(tls)).isEqualTo(OTHER.certificate());
        }
    }

    private ReloadedTls open() {
        return ReloadedTls.open(new TlsSettings(files, Duration.ofMillis(50)), Clock.systemUTC());
    }

    private static X509Certificate certificate(ReloadedTls tls) {
        return tls.keyPair("*").certificateChain().getFirst();
    }
}

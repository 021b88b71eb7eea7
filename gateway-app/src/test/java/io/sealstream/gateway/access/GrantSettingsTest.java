package io.sealstream.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ConfigLayers;
import io.sealstream.core.key.KeyId;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantSettingsTest {
    @TempDir
    private Path directory;

    @Test
    void aClientIsFoundByItsSubjectHoweverThatIsSpaced() throws IOException {
        AccessList access = read("""
                client.billing.subject=CN=billing,O=Example
                client.billing.keys=a, b
                client.billing.default.key=a
                client.billing.event.types=payment.,refund.
                """);

        assertThat(access.grant(certified("CN=billing, O=Example")))
                .contains(new ClientGrant(
                        "billing",
                        Set.of(new KeyId("a"), new KeyId("b")),
                        new KeyId("a"),
                        List.of("payment.", "refund.")));
    }

    @Test
    void nobodyElseHasAGrant() throws IOException {
        AccessList access = read("client.billing.subject=CN=billing");

        assertThat(access.grant(new Caller.Anonymous(InetAddress.getLoopbackAddress())))
                .isEmpty();
        assertThat(access.grant(certified("CN=billing,O=Other"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "client.a.colour,       red,      client.a.colour",
        "client.a,              red,      client.a",
        "client..subject,       CN=a,     client..subject",
        "client.a.keys,         k,        client.a.subject",
        "client.a.subject,      billing,  client.a.subject",
        "client.a.subject,      '',       client.a.subject"
    })
    void aWrongKeyIsNamed(String key, String value, String named) {
        assertThatThrownBy(() -> read(key + "=" + value))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith(named + "=");
    }

    @Test
    void aDefaultKeyIsOneOfTheKeys() {
        assertThatThrownBy(() -> read("""
                client.a.subject=CN=a
                client.a.keys=k
                client.a.default.key=l
                """))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("client.a.default.key=l", "client.a.keys");
    }

    @Test
    void twoClientsCanNotShareASubject() {
        assertThatThrownBy(() -> read("""
                client.a.subject=CN=a
                client.b.subject=CN=a
                """))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("client.b.subject", "another client");
    }

    private AccessList read(String properties) throws IOException {
        Path file = Files.writeString(directory.resolve("gateway.properties"), properties);
        ConfigDef definition = new ConfigDef()
                .define(GrantSettings.PREFIX + "*", ConfigDef.Type.STRING, null, ConfigDef.Importance.HIGH, "");
        return AccessList.of(
                GrantSettings.read(new ConfigLayers(definition).file(file).load()));
    }

    private static Caller certified(String subject) {
        return new Caller.Certified(new X500Principal(subject));
    }
}

package io.sealstream.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.key.KeyId;
import io.sealstream.gateway.access.GrantSettings.GrantSettingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantSettingsTest {
    private static final X500Principal BILLING = new X500Principal("CN=billing, O=Example");

    @Test
    void withoutAnyClientTheListIsOpen() throws Exception {
        assertThat(GrantSettings.read(new TreeMap<>()).isOpen()).isTrue();
    }

    @Test
    void aClientIsFoundByItsSubjectHoweverThatIsSpaced() throws Exception {
        AccessList access = read(Map.of(
                "client.billing.subject", "CN=billing,O=Example",
                "client.billing.keys", "a, b",
                "client.billing.default.key", "a",
                "client.billing.event.types", "payment.,refund."));

        assertThat(access.find(new Caller.Certified(BILLING)))
                .contains(new ClientGrant(
                        "billing",
                        BILLING,
                        Set.of(new KeyId("a"), new KeyId("b")),
                        new KeyId("a"),
                        List.of("payment.", "refund.")));
    }

    @Test
    void nobodyElseIsFound() throws Exception {
        AccessList access = read(Map.of("client.billing.subject", "CN=billing"));

        assertThat(access.find(new Caller.Anonymous())).isEmpty();
        assertThat(access.find(new Caller.Certified(new X500Principal("CN=billing,O=Other"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "client.a.colour,       red,      client.a.colour",
        "client.a,              red,      client.a",
        "client.a.keys,         k,        client.a.subject",
        "client.a.subject,      billing,  client.a.subject"
    })
    void aWrongKeyIsNamed(String key, String value, String named) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOfSatisfying(
                        GrantSettingException.class, e -> assertThat(e.key()).isEqualTo(named));
    }

    @Test
    void aDefaultKeyIsOneOfTheKeys() {
        assertThatThrownBy(() -> read(Map.of(
                        "client.a.subject", "CN=a",
                        "client.a.keys", "k",
                        "client.a.default.key", "l")))
                .isInstanceOfSatisfying(
                        GrantSettingException.class, e -> assertThat(e.key()).isEqualTo("client.a.default.key"));
    }

    @Test
    void twoClientsCanNotShareASubject() {
        assertThatThrownBy(() -> read(Map.of("client.a.subject", "CN=a", "client.b.subject", "CN=a")))
                .isInstanceOf(GrantSettingException.class)
                .hasMessageContaining("another client");
    }

    private static AccessList read(Map<String, String> settings) throws GrantSettingException {
        return GrantSettings.read(new TreeMap<>(settings));
    }
}

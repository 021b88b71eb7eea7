package io.sealstream.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientGrantTest {
    private final ClientGrant narrow =
            new ClientGrant("billing", Set.of(new KeyId("ours")), null, List.of("payment.", "refund."));

    @Test
    void whatTheGrantNamesIsAllowed() {
        assertThat(narrow.objection(event("refund.made", "ours"))).isEmpty();
    }

    @Test
    void anotherTypeIsNot() {
        assertThat(narrow.objection(event("user.added", "ours")))
                .hasValueSatisfying(why -> assertThat(why).contains("billing", "user.added", "payment."));
    }

    @Test
    void anotherKeyIsNot() {
        assertThat(narrow.objection(event("payment.made", "theirs")))
                .hasValueSatisfying(why -> assertThat(why).contains("billing", "theirs"));
    }

    @Test
    void withoutACertificateThereIsNoKeyToObjectTo() {
        assertThat(narrow.objection(event("payment.made", null))).isEmpty();
    }

    @Test
    void aGrantWithoutKeysAndTypesAllowsAll() {
        ClientGrant wide = new ClientGrant("billing", Set.of(), null, List.of());

        assertThat(wide.objection(event("user.added", "theirs"))).isEmpty();
    }

    private static CertifiedEvent event(String type, @Nullable String keyId) {
        Event event =
                new Event(new EventId("a"), new EventType(type), 0, 0, Payload.inline(Bytes.EMPTY), Metadata.EMPTY);
        Certificate certificate = keyId == null
                ? null
                : new Certificate(SignatureAlgorithm.ED25519, new KeyId(keyId), Bytes.wrap(new byte[64]), null);
        return new CertifiedEvent(event, certificate);
    }
}

package io.sealstream.gateway.access;

import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.EventType;
import io.sealstream.core.key.KeyId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one client may submit.
 *
 * @param name of the client in the configuration
 * @param keys by which its events may be certified; none where any key will do
 * @param defaultKey whose signature one without a key id is; null where each must name its key
 * @param eventTypes prefixes, of which one must begin each event's type; none where any type will do
 */
public record ClientGrant(
        String name, Set<KeyId> keys, @Nullable KeyId defaultKey, List<String> eventTypes) {
    static final ClientGrant EVERYTHING = new ClientGrant("everybody", Set.of(), null, List.of());

    public ClientGrant {
        keys = Set.copyOf(keys);
        eventTypes = List.copyOf(eventTypes);
    }

    /** Why {@code event} is not allowed, in words for the caller; empty where it is. */
    public Optional<String> objection(CertifiedEvent event) {
        EventType type = event.event().eventType();
        if (!eventTypes.isEmpty() && eventTypes.stream().noneMatch(type.value()::startsWith)) {
            return Optional.of("client " + name + " may not submit events of type \"" + type
                    + "\", only those that begin with one of " + eventTypes);
        }
        Certificate certificate = event.certificate();
        return certificate == null || keys.isEmpty() || keys.contains(certificate.keyId())
                ? Optional.empty()
                : Optional.of("client " + name + " may not submit what the key \"" + certificate.keyId()
                        + "\" certifies; sign with a key of its grant, or ask the gateway's operator");
    }
}

package io.sealstream.client;

import io.sealstream.client.keys.PrivateKeyFile;
import io.sealstream.core.Hash;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.key.SigningKey;
import java.nio.file.Path;
import java.util.List;

/**
 * Certifies events for one ledger. Where the secret key is in a device or a service that signs for others, implement {@link
 * SigningKey}, and give it to {@link #each} or {@link #together}.
 */
@FunctionalInterface
public interface EventSigner {
    /** @return {@code events} in their order */
    List<CertifiedEvent> sign(List<Event> events);

    default CertifiedEvent sign(Event event) {
        return sign(List.of(event)).getFirst();
    }

    /** Gives them no certificate, where the ledger does not require one. */
    static EventSigner none() {
        return events ->
                events.stream().map(event -> new CertifiedEvent(event, null)).toList();
    }

    /**
     * Signs each.
     *
     * @param ledgerId as {@link LedgerClient#ledgerId} gives it
     */
    static EventSigner each(Hash ledgerId, SigningKey key) {
        Certifier certifier = new Certifier(ledgerId, key);
        return events -> events.stream().map(certifier::certify).toList();
    }

    /** Signs once for all that are given together. Each carries the signature, with its own proof. */
    static EventSigner together(Hash ledgerId, SigningKey key) {
        return new Certifier(ledgerId, key)::certifyBatch;
    }

    /**
     * {@link #each}, with the key that {@code keygen} or OpenSSL wrote to {@code file}.
     *
     * @throws io.sealstream.command.CommandFailure where it can't be read, is no such key, or others may read or write it
     */
    static EventSigner ofKeyFile(Hash ledgerId, Path file) {
        return each(ledgerId, PrivateKeyFile.read("the key file", file));
    }
}

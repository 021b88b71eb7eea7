package io.sealstream.gateway.access;

import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** What each caller may submit. */
@FunctionalInterface
public interface AccessList {
    /** Everybody may submit what the ledger takes. */
    AccessList OPEN = caller -> Optional.of(ClientGrant.EVERYTHING);

    /** Empty where the caller may submit nothing. */
    Optional<ClientGrant> grant(Caller caller);

    /** Those with one of these subjects alone. */
    static AccessList of(Map<X500Principal, ClientGrant> grants) {
        Map<X500Principal, ClientGrant> bySubject = Map.copyOf(grants);
        return caller -> switch (caller) {
            case Caller.Anonymous anonymous -> Optional.empty();
            case Caller.Certified(X500Principal subject) -> Optional.ofNullable(bySubject.get(subject));
        };
    }
}

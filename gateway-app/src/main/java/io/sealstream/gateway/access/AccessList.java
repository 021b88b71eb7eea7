package io.sealstream.gateway.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** The clients that the configuration names. With none, everybody may submit whatever the ledger takes. */
public final class AccessList {
    /** Names nobody. */
    public static final AccessList OPEN = new AccessList(List.of());

    private final Map<X500Principal, ClientGrant> grants;

    /** @throws IllegalStateException where two have the same subject */
    public AccessList(Collection<ClientGrant> grants) {
        this.grants = grants.stream().collect(Collectors.toUnmodifiableMap(ClientGrant::subject, Function.identity()));
    }

    public boolean isOpen() {
        return grants.isEmpty();
    }

    /** Empty where the caller has no certificate, or one that the configuration does not name. */
    public Optional<ClientGrant> find(Caller caller) {
        return switch (caller) {
            case Caller.Anonymous anonymous -> Optional.empty();
            case Caller.Certified(X500Principal subject) -> Optional.ofNullable(grants.get(subject));
        };
    }
}

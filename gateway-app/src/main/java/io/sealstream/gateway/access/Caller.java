package io.sealstream.gateway.access;

import javax.security.auth.x500.X500Principal;

/** Who calls. */
public sealed interface Caller {
    /** Without a certificate of its own. */
    record Anonymous() implements Caller {}

    /** @param subject of the certificate that the handshake verified */
    record Certified(X500Principal subject) implements Caller {}
}

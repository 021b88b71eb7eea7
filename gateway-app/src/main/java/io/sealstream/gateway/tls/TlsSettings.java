package io.sealstream.gateway.tls;

import java.time.Duration;

/**
 * How a listener does TLS.
 *
 * @param reload how often its files are looked at
 */
public record TlsSettings(TlsFiles files, Duration reload) {}

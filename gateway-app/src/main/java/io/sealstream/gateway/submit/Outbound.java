package io.sealstream.gateway.submit;

import io.sealstream.client.SubmissionOutcome;
import io.sealstream.core.event.CertifiedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way to the intake, {@link io.sealstream.client.LedgerClient#trySubmit} in production. */
public interface Outbound {
    /**
     * May wait for the brokers.
     *
     * @return empty where too much is in flight: nothing was sent
     */
    Optional<CompletableFuture<SubmissionOutcome>> trySubmit(CertifiedEvent event, Instant deadline);
}

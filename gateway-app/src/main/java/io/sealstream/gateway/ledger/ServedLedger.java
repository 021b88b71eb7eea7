package io.sealstream.gateway.ledger;

import io.sealstream.core.Hash;
import io.sealstream.gateway.health.GatewayHealth;
import io.sealstream.gateway.limit.CallerLimits;
import io.sealstream.gateway.read.LedgerReads;
import io.sealstream.gateway.read.RecordStreams;
import io.sealstream.gateway.submit.Submitter;

/**
 * One ledger, and all that can be done with it here.
 *
 * @param name as its topics begin
 * @param id the event hash of its genesis
 * @param limits of its callers
 */
public record ServedLedger(
        String name,
        Hash id,
        Submitter submitter,
        LedgerReads reads,
        RecordStreams streams,
        GatewayHealth health,
        CallerLimits limits) {}

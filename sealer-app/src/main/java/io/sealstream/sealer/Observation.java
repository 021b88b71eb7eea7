package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.follower.Follower;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import java.time.InstantSource;

/** What others see of a sealer, and the listener where they see it. It answers whatever state the sealer is in. */
record Observation(StatusBoard board, SealerMetrics metrics, ClusterWatch watch, HealthServer server)
        implements AutoCloseable {
    /**
     * @throws CommandFailure where the address can't be listened on
     * @throws LedgerUnreadableException where the client properties lead nowhere
     */
    static Observation open(SealerConfig config, KafkaConnection kafka, Follower follower, InstantSource clock)
            throws LedgerUnreadableException {
        SealerMetrics metrics = new SealerMetrics(config.names().ledger(), clock);
        StatusBoard board = new StatusBoard(metrics.status()::changed);
        ClusterWatch watch = new ClusterWatch(config, kafka, metrics.outcomes()::committed);
        SealerHealth health = new SealerHealth(config, board, follower, watch);
        metrics.bind(new HealthGauges(health));
        metrics.bind(new ClusterGauges(config.names(), watch::view, follower::position));
        try {
            HealthServer server = HealthServer.start(config.health(), health, metrics::scrape);
            watch.start();
            return new Observation(board, metrics, watch, server);
        } catch (CommandFailure e) {
            watch.close();
            metrics.close();
            throw e;
        }
    }

    @Override
    public void close() {
        server.close();
        watch.close();
        metrics.close();
    }
}

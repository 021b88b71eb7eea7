package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.follower.Follower;
import io.sealstream.follower.FollowerConfig;
import io.sealstream.follower.FollowerConfig.Kept;
import io.sealstream.follower.FollowerConfig.Start;
import io.sealstream.follower.StateDirectoryException;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.sealer.SealerConfig.StartupCheck;
import java.time.InstantSource;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sealer with all that it holds while it runs: its follower, with the state directory, and what others see of it. */
final class SealerNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SealerNode.class);
    private final boolean adoptHead;
    private final Follower follower;
    private final SealerService service;
    private final Observation observed;
    private final Stop stop;

    private SealerNode(boolean adoptHead, Follower follower, SealerService service, Observation observed, Stop stop) {
        this.adoptHead = adoptHead;
        this.follower = follower;
        this.service = service;
        this.observed = observed;
        this.stop = stop;
    }

    /**
     * Looks at the topics and takes the state directory; nothing is sealed yet.
     *
     * @throws CommandFailure naming what is wrong with one of them
     * @throws InterruptException where the stop broke the look off
     */
    static SealerNode open(SealerConfig config, boolean adoptHead, InstantSource clock, Stop stop)
            throws LedgerUnreadableException {
        KafkaConnection kafka = new KafkaConnection(config.connection().clientProperties());
        StreamsConfiguration.require(config);
        LedgerPlace place = stop.ask(new LedgerStart(config, kafka)::check);
        CertificateVerifier certificates = new CertificateVerifier(config.signatures());
        Follower follower = follower(config, place.topics(), adoptHead, certificates);
        try {
            Observation observed = Observation.open(config, kafka, follower, clock);
            LOG.info(
                    "ledger {} at {}; health at http://{}:{}/health, metrics at /metrics",
                    config.names().ledger(),
                    config.connection().bootstrapServers(),
                    config.health().getHostString(),
                    observed.server().port());
            LOG.info("admission policy: {}", config.policy());
            SealerService service = new SealerService(
                    config, place, follower, certificates, kafka, clock, observed.board(), observed.metrics(), stop);
            return new SealerNode(adoptHead, follower, service, observed, stop);
        } catch (CommandFailure | LedgerUnreadableException e) {
            follower.close();
            throw e;
        }
    }

    private static Follower follower(
            SealerConfig config, LedgerTopics topics, boolean adoptHead, CertificateVerifier certificates) {
        if (config.startupCheck() == StartupCheck.OFF) {
            LOG.warn("startup.check=off leaves nothing out: whatever is folded into the index is checked first");
        }
        Start start = adoptHead ? Start.MOVED : config.startupCheck() == StartupCheck.FULL ? Start.ANEW : Start.RESUME;
        try {
            return Follower.open(new FollowerConfig(
                    config.names(),
                    topics,
                    config.connection().clientProperties(),
                    config.stateDirectory().resolve("follower"),
                    start,
                    certificates,
                    Kept.INDEX));
        } catch (StateDirectoryException e) {
            throw new CommandFailure(ExitCode.ERROR, String.valueOf(e.getMessage()), e);
        }
    }

    /** Seals until the stop is requested. */
    void run() throws InterruptedException, LedgerUnreadableException {
        service.run(adoptHead);
    }

    int healthPort() {
        return observed.server().port();
    }

    /** Closing is a stop too: what is left of its time is the follower's. */
    @Override
    public void close() {
        stop.request();
        observed.close();
        follower.close(stop.left());
    }
}

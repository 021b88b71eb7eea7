package io.sealstream.sealer;

import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.OpenTransaction;
import io.sealstream.reader.TopicInspector;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the cluster every other second how long the topics are, and whether a transaction is in the way. Sealing does not
 * rest on it: what can't be seen is absent from health and metrics, and is never a fault.
 */
final class ClusterWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration QUESTION = Duration.ofSeconds(5);

    private final LedgerTopicNames names;
    private final String address;
    private final TopicInspector inspector;
    private final Duration patience;
    private final LongConsumer committed;
    private final Map<String, StableEnd> stableEnds = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cluster-watch").daemon().factory());
    private volatile @Nullable ClusterView view;
    private boolean inTrouble;

    /**
     * @param committed gets the intake offset at which the sealer's group goes on
     * @throws LedgerUnreadableException where the client properties lead nowhere
     */
    ClusterWatch(SealerConfig config, KafkaConnection connection, LongConsumer committed)
            throws LedgerUnreadableException {
        this.names = config.names();
        this.address = connection.address();
        this.inspector = new TopicInspector(connection, QUESTION);
        // By then a transaction of a sealer has been ended, by itself or by the brokers.
        this.patience = config.transactionTimeout().multipliedBy(2);
        this.committed = committed;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Empty where the last look saw nothing. */
    Optional<ClusterView> view() {
        return Optional.ofNullable(view);
    }

    private void look() {
        try {
            view = seen();
            inTrouble = false;
        } catch (LedgerUnreadableException | RuntimeException e) { // after one that got out, no other look would come
            view = null;
            if (!inTrouble) {
                LOG.info("lags and open transactions can't be seen at the moment: {}", e.getMessage());
            }
            inTrouble = true;
        }
    }

    private ClusterView seen() throws LedgerUnreadableException {
        OptionalLong next = inspector.committed(names.sealerGroup(), names.intake());
        next.ifPresent(committed);
        Map<String, TopicView> topics = new HashMap<>();
        for (String topic : List.of(names.intake(), names.sealed(), names.rejected())) {
            topics.put(topic, seen(topic));
        }
        String changelog = names.headChangelog();
        if (exists(changelog)) {
            topics.put(changelog, seen(changelog));
        }
        return new ClusterView(next, topics);
    }

    /** Whether there is such a topic that this sealer may see: before the first start there is no changelog. */
    private boolean exists(String topic) throws LedgerUnreadableException {
        try {
            String unused = inspector.topicId(topic);
            return true;
        } catch (LedgerUnreadableException e) {
            return switch (e.reason()) {
                case MISSING, NOT_PERMITTED -> false;
                case UNREACHABLE, OTHER -> throw e;
            };
        }
    }

    private TopicView seen(String topic) throws LedgerUnreadableException {
        long stable = inspector.stableEnd(topic);
        long end = inspector.range(topic).end();
        Duration heldFor =
                stableEnds.computeIfAbsent(topic, key -> new StableEnd()).heldFor(stable, end, System.nanoTime());
        if (heldFor.compareTo(patience) <= 0) {
            told.remove(topic);
            return new TopicView(end, heldFor, null);
        }
        StuckTopic stuck = new StuckTopic(topic, stable, heldFor, holder(topic));
        if (told.add(topic)) {
            LOG.warn("{}", stuck.detail(address, Instant.now()));
        }
        return new TopicView(end, heldFor, stuck);
    }

    private @Nullable OpenTransaction holder(String topic) throws LedgerUnreadableException {
        try {
            return inspector.openTransaction(topic).orElse(null);
        } catch (LedgerUnreadableException e) {
            if (e.reason() == LedgerUnreadableException.Reason.NOT_PERMITTED) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        inspector.close();
    }
}

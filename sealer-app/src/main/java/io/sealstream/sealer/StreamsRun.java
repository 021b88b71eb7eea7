package io.sealstream.sealer;

import io.sealstream.topology.Degradation;
import io.sealstream.topology.Degradation.Reason;
import io.sealstream.topology.SealingTopology;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the Streams client, from its start to its end. */
final class StreamsRun {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRun.class);
    /** Between looks whether there is time left. */
    private static final Duration CLOSE_STEP = Duration.ofSeconds(2);

    private final CompletableFuture<RunEnd> end = new CompletableFuture<>();
    private final StatusBoard board;
    private final SealerMetrics metrics;
    private final Stop stop;
    private volatile String since;

    /** @param since why it is started again, behind what it is busy with; empty where there is no reason */
    StreamsRun(StatusBoard board, SealerMetrics metrics, Stop stop, String since) {
        this.board = board;
        this.metrics = metrics;
        this.stop = stop;
        this.since = since;
    }

    /** Seals until {@link #end} is called, or the client ends by itself. */
    RunEnd run(SealerConfig config, int replicas, SealingTopology topology, SealerClients clients) {
        Properties settings = StreamsConfiguration.of(config, replicas, topology.requiredConfig());
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), config.instanceId());
        KafkaStreams streams = new KafkaStreams(topology.build(), settings, clients);
        streams.setUncaughtExceptionHandler(thrown -> threadEnded(streams, thrown));
        streams.setStateListener((now, before) -> changed(now));
        streams.setGlobalStateRestoreListener(new HeadRestore(this::busyWith));
        try (KafkaBinding bound = metrics.running(streams)) {
            busyWith("joining the group " + config.names().sealerGroup());
            streams.start();
            return end.join();
        } finally {
            close(streams);
        }
    }

    private StreamThreadExceptionResponse threadEnded(KafkaStreams streams, Throwable thrown) {
        RunEnd why = RunEnd.of(thrown);
        if (why instanceof RunEnd.Halted(Degradation halted) && halted.reason() == Reason.UNFORESEEN) {
            LOG.error("the stream thread ended", thrown);
        }
        if (why.leavesGroup() && !end.isDone()) {
            closeLeaving(streams);
        }
        end.complete(why);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void changed(KafkaStreams.State now) {
        if (now == KafkaStreams.State.RUNNING && !end.isDone()) {
            since = "";
            board.show(new SealerStatus.Healthy());
        } else if (now == KafkaStreams.State.ERROR) {
            end.complete(new RunEnd.Outage("the Streams client ended"));
        }
    }

    private void busyWith(String what) {
        if (!end.isDone()) {
            board.show(new SealerStatus.Starting(what + since));
        }
    }

    /**
     * Called on the stream thread, so it waits for nothing. A client that shuts down because that thread ended stays in the
     * group, and a standby would get the intake only when the session is over; one that is closing already leaves it.
     */
    private static void closeLeaving(KafkaStreams streams) {
        boolean unused = streams.close(
                CloseOptions.timeout(Duration.ZERO).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    /**
     * A client that has not closed holds its state directory, so that no other can start; brokers that are away take time.
     * Once the process is to end, it ends without that: whatever is not committed is aborted then.
     */
    private void close(KafkaStreams streams) {
        while (!streams.close(within(CLOSE_STEP))) {
            if (!stop.isRequested()) {
                board.show(new SealerStatus.Starting("the Streams client is closing"));
            } else if (stop.left().isZero()) {
                LOG.warn("the brokers did not let the Streams client close in time; they abort what is not committed");
                return;
            }
        }
    }

    private CloseOptions within(Duration step) {
        Duration left = stop.left();
        boolean leaves = stop.isRequested() || end.getNow(new RunEnd.Stopped()).leavesGroup();
        return CloseOptions.timeout(left.compareTo(step) < 0 ? left : step)
                .withGroupMembershipOperation(
                        leaves ? GroupMembershipOperation.LEAVE_GROUP : GroupMembershipOperation.REMAIN_IN_GROUP);
    }

    void end(RunEnd why) {
        end.complete(why);
    }
}

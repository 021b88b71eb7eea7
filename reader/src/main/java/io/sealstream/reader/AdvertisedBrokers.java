package io.sealstream.reader;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * What one address says of where the brokers are. Every client asks that first and then goes there; where nobody answers
 * there it only says that it timed out. Kafka's public clients do not show the answer, hence their inner parts here.
 */
public final class AdvertisedBrokers {
    private static final String NAME = "doctor";

    private AdvertisedBrokers() {}

    /**
     * The brokers by their ids.
     *
     * @param timeout for the connection, with its security, and again for the answer
     * @throws IOException where there is no Kafka broker at that address, or it does not answer
     * @throws org.apache.kafka.common.KafkaException where the client's settings or credentials are refused
     */
    public static List<Node> at(KafkaConnection connection, String host, int port, Duration timeout)
            throws IOException {
        Node asked = new Node(-1, host, port);
        Time time = Time.SYSTEM;
        try (Metrics metrics = new Metrics();
                NetworkClient client = client(connection, asked, timeout, metrics)) {
            if (!NetworkClientUtils.awaitReady(client, asked, time, timeout.toMillis())) {
                throw new IOException("no Kafka broker answers there within " + timeout.toMillis() + " ms");
            }
            var request = client.newClientRequest(
                    asked.idString(), new MetadataRequest.Builder(List.of(), false), time.milliseconds(), true);
            ClientResponse answer = NetworkClientUtils.sendAndReceive(client, request, time);
            return ((MetadataResponse) answer.responseBody())
                    .brokers().stream()
                            .sorted(Comparator.comparingInt(Node::id))
                            .toList();
        }
    }

    private static NetworkClient client(KafkaConnection connection, Node asked, Duration timeout, Metrics metrics) {
        return ClientUtils.createNetworkClient(
                new AdminClientConfig(connection.bounded(timeout)),
                NAME,
                metrics,
                NAME,
                new LogContext(),
                new ApiVersions(),
                Time.SYSTEM,
                1,
                (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE),
                null,
                new ManualMetadataUpdater(List.of(asked)),
                new DefaultHostResolver(),
                null,
                null);
    }
}

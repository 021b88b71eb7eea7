package io.sealstream.kafka.local;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks a broker what it knows of its cluster. */
final class Readiness {

    private static final String LIMIT_MS = "5000";

    private Readiness() {}

    /**
     * The number of brokers that the one at {@code address} knows to serve; 0 where it gives no answer within 5 s. Each call uses
     * a client of its own, which knows no other broker to ask.
     */
    static int clusterSize(String address) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MS);
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().nodes().get().size();
        } catch (ExecutionException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("interrupted while waiting for the broker at " + address, e);
        }
    }
}

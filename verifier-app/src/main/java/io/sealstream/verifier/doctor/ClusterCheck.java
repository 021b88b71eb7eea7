package io.sealstream.verifier.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/** How many brokers there are, and what they have agreed on. */
record ClusterCheck(Cluster cluster) implements Check {
    private static final String TRANSACTIONS = "transaction.version";
    private static final int WANTED_TRANSACTIONS = 2;

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public List<Diagnosis> look() {
        try (Admin admin = cluster.connection().admin(cluster.timeout())) {
            var described = admin.describeCluster();
            String id = cluster.answer(described.clusterId());
            int brokers = cluster.answer(described.nodes()).size();
            Map<String, FinalizedVersionRange> features =
                    cluster.answer(admin.describeFeatures().featureMetadata()).finalizedFeatures();
            String levels = features.entrySet().stream()
                    .map(feature -> feature.getKey() + ' ' + feature.getValue().maxVersionLevel())
                    .sorted()
                    .collect(Collectors.joining(", "));
            int transactions = Optional.ofNullable(features.get(TRANSACTIONS))
                    .map(level -> (int) level.maxVersionLevel())
                    .orElse(0);
            return List.of(
                    Diagnosis.ok(name(), "id " + id + ", " + brokers + (brokers == 1 ? " broker" : " brokers")),
                    transactions(transactions, levels));
        }
    }

    /** @param levels of all features, for people */
    Diagnosis transactions(int level, String levels) {
        return level >= WANTED_TRANSACTIONS
                ? Diagnosis.ok("features", levels)
                : Diagnosis.warn(
                        "features",
                        TRANSACTIONS + " is " + level + ": the older protocol can leave a transaction open for ever",
                        cluster.tool("kafka-features.sh") + "upgrade --feature " + TRANSACTIONS + '='
                                + WANTED_TRANSACTIONS);
    }
}

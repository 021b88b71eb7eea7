package io.sealstream.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Settings that pass through to Kafka's clients: which of them may not, and which values the clients refuse. */
final class ClientKeys {
    /** What the ledger's promises rest on: the operator's own values can't touch it. */
    static final Set<String> GUARDED = Set.of(
            "processing.guarantee",
            "isolation.level",
            "acks",
            "enable.idempotence",
            "auto.offset.reset",
            "interceptor.classes",
            "application.id",
            "group.protocol",
            "transactional.id");

    /** Kafka Streams takes client settings behind these. */
    private static final List<String> CLIENT_PREFIXES =
            List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.");

    private static final List<ConfigDef> CLIENTS =
            List.of(AdminClientConfig.configDef(), ConsumerConfig.configDef(), ProducerConfig.configDef());

    private ClientKeys() {}

    /** @param key as a Kafka client or Kafka Streams takes it */
    static boolean isGuarded(String key) {
        String bare = withoutPrefix(key);
        return GUARDED.contains(bare) || bare.endsWith("exception.handler");
    }

    /** What a client will say against {@code value}, or empty; a key that no client knows is Kafka Streams' to judge. */
    static Optional<String> objection(String key, String value) {
        String bare = withoutPrefix(key);
        return CLIENTS.stream()
                .filter(client -> client.names().contains(bare))
                .flatMap(client -> client.validate(Map.of(bare, value)).stream())
                .filter(checked -> checked.name().equals(bare))
                .flatMap(checked -> checked.errorMessages().stream())
                .findFirst();
    }

    private static String withoutPrefix(String key) {
        return CLIENT_PREFIXES.stream()
                .filter(key::startsWith)
                .findFirst()
                .map(prefix -> key.substring(prefix.length()))
                .orElse(key);
    }
}

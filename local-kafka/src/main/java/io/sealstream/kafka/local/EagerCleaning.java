package io.sealstream.kafka.local;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** A topic's settings while it is to be compacted at once; the ones it had are put back at the end. */
record EagerCleaning(Admin admin, ConfigResource topic, Collection<AlterConfigOp> asItWas) implements AutoCloseable {

    private static final Map<String, String> EAGER = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG, "1",
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0",
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "0");

    static EagerCleaning of(Admin admin, String name) throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config before = admin.describeConfigs(List.of(topic))
                .all()
                .get()
                .values()
                .iterator()
                .next();
        EagerCleaning cleaning = new EagerCleaning(
                admin,
                topic,
                EAGER.keySet().stream().map(key -> back(before.get(key))).toList());
        cleaning.set(EAGER.entrySet().stream()
                .map(each -> new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), OpType.SET))
                .toList());
        return cleaning;
    }

    private static AlterConfigOp back(ConfigEntry before) {
        boolean ownOfTopic = before.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG;
        return new AlterConfigOp(before, ownOfTopic ? OpType.SET : OpType.DELETE);
    }

    private void set(Collection<AlterConfigOp> changes) throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        set(asItWas);
    }
}

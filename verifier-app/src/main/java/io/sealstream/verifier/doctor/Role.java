package io.sealstream.verifier.doctor;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.sealstream.reader.LedgerTopicNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** What someone does with a ledger, and what Kafka must permit for it: docs/operations.md, Permissions. */
public enum Role {
    PRODUCER,
    SEALER,
    VERIFIER;

    /** What a permission is for. */
    record Resource(ResourceType type, String name) {
        @Override
        public String toString() {
            return type.name().toLowerCase(Locale.ROOT) + ' ' + name;
        }
    }

    /**
     * What a role needs of one resource.
     *
     * @param must without it, it does not work
     * @param should without it, something is left out
     */
    record Need(Resource resource, Set<AclOperation> must, Set<AclOperation> should) {
        private static Need ofTopic(String name, Set<AclOperation> must, AclOperation... should) {
            return new Need(new Resource(ResourceType.TOPIC, name), must, Set.of(should));
        }
    }

    List<Need> needs(LedgerTopicNames names) {
        return switch (this) {
            case PRODUCER ->
                List.of(
                        Need.ofTopic(names.intake(), Set.of(WRITE)),
                        Need.ofTopic(names.sealed(), Set.of(READ)),
                        Need.ofTopic(names.rejected(), Set.of(READ)));
            case SEALER ->
                List.of(
                        Need.ofTopic(names.intake(), Set.of(READ), DESCRIBE_CONFIGS),
                        Need.ofTopic(names.sealed(), Set.of(READ, WRITE), DESCRIBE_CONFIGS),
                        Need.ofTopic(names.rejected(), Set.of(READ, WRITE), DESCRIBE_CONFIGS),
                        // Also Create, while it is not there: of that nobody tells.
                        Need.ofTopic(names.headChangelog(), Set.of(READ, WRITE)),
                        new Need(new Resource(ResourceType.GROUP, names.sealerGroup()), Set.of(READ), Set.of()));
            case VERIFIER ->
                List.of(
                        Need.ofTopic(names.sealed(), Set.of(READ), DESCRIBE_CONFIGS),
                        Need.ofTopic(names.intake(), Set.of(), READ, DESCRIBE_CONFIGS),
                        Need.ofTopic(names.rejected(), Set.of(), READ, DESCRIBE_CONFIGS));
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

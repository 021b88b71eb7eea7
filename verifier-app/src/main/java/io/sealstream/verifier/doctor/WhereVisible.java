package io.sealstream.verifier.doctor;

import java.util.List;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A check of a topic that need not be there yet, nor be anything that this principal may see. */
record WhereVisible(Check check) implements Check {
    @Override
    public String name() {
        return check.name();
    }

    @Override
    public List<Diagnosis> look() throws Exception {
        try {
            return check.look();
        } catch (UnknownTopicOrPartitionException | TopicAuthorizationException e) {
            return List.of();
        }
    }
}

package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class KafkaFailureTest {
    @Test
    void aTimeoutNamesTheAddress() {
        CommandFailure failure = failure(new ExecutionException(new TimeoutException("listTopics timed out")));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.ERROR);
        assertThat(failure).hasMessageContainingAll("broker:9092", "listTopics timed out", "--bootstrap-server");
    }

    @Test
    void aBrokenConnectionNamesTheAddress() {
        assertThat(failure(new DisconnectException())).hasMessageContaining("broker:9092");
    }

    @Test
    void aMissingTopicTellsToLookAtTheName() {
        assertThat(failure(new UnknownTopicOrPartitionException("no such partition")))
                .hasMessageContainingAll("topic is missing", "broker:9092", "sealstream init");
    }

    @Test
    void aMissingPermissionNamesTheTopic() {
        CommandFailure failure = failure(new TopicAuthorizationException(Set.of("payments.sealed")));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.ERROR);
        assertThat(failure).hasMessageContaining("no permission for topic payments.sealed");
    }

    @Test
    void aMissingPermissionThatNamesNothingIsToldAsItCame() {
        assertThat(failure(new TopicAuthorizationException("Authorization of payments.sealed failed.")))
                .hasMessageContaining("no permission for a topic (Authorization of payments.sealed failed.)");
        assertThat(failure(new GroupAuthorizationException("Group authorization failed.")))
                .hasMessageContaining("no permission for a group (Group authorization failed.)");
    }

    @Test
    void refusedCredentialsNameTheAddressAndTheFileToLookAt() {
        assertThat(failure(new SaslAuthenticationException("invalid credentials")))
                .hasMessageContainingAll("broker:9092", "invalid credentials", "--command-config");
    }

    @Test
    void aClientThatCannotBeMadeTellsWhy() {
        CommandFailure failure = failure(new KafkaException(
                "Failed to construct kafka producer",
                new ConfigException("compression.type", "zip", "String must be one of: none, gzip")));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure).hasMessageContainingAll("compression.type", "zip", "must be one of: none, gzip");
    }

    @Test
    void aCommandsOwnFailureStaysAsItIs() {
        CommandFailure own = CommandFailure.usage("no");

        assertThat(failure(new CompletionException(own))).isSameAs(own);
    }

    private static CommandFailure failure(Throwable thrown) {
        return FailureOf.thrown(thrown, "broker:9092");
    }
}

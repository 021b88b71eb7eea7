package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sealstream.core.verify.InMemoryIntakeOutcomes;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerUnreadableException.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reader is told whom the cluster denies something. */
@ExtendWith(SharedBroker.class)
class TopicAccessTest {
    private static final Patience PATIENCE = Patience.ofStall(Duration.ofSeconds(20));

    private final TestTopics topics;

    private final LedgerTopicNames names = new LedgerTopicNames("ledger-" + UUID.randomUUID());

    TopicAccessTest(TestBroker broker) {
        this.topics = new TestTopics(broker.bootstrapServers());
    }

    @Test
    void aLedgerThatMayNotBeSeenIsUnreadable() {
        topics.createSealed(names);
        deny(names.sealed(), AclOperation.DESCRIBE, AclOperation.READ);

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        LedgerUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_PERMITTED))
                .message()
                .contains(names.sealed(), "permission")
                .hasLineCount(1);
    }

    @Test
    void aLedgerThatMayBeSeenAndNotReadIsUnreadable() {
        topics.createSealed(names);
        topics.write(names, SampleLedger.events());
        deny(names.sealed(), AclOperation.READ);

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        LedgerUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_PERMITTED))
                .hasMessageContainingAll("no permission for READ", names.sealed());
    }

    @Test
    void anIntakeThatMayNotBeReadIsNotChecked() throws Exception {
        Stream.of(names.sealed(), names.rejected(), names.intake()).forEach(topic -> topics.create(topic, Map.of()));
        topics.write(names.intake(), new byte[] {1}, new byte[] {1});
        deny(names.intake(), AclOperation.READ);
        IntakeAudit audit = new IntakeAudit(new TopicIdentity("cluster", "topic"), new InMemoryIntakeOutcomes());

        IntakeResult result =
                new IntakeReader(topics.connection(), names, PATIENCE, "topic").read(audit, new TopicRange(0, 0));

        assertThat(result)
                .asInstanceOf(type(IntakeResult.NotChecked.class))
                .extracting(IntakeResult.NotChecked::reason)
                .asString()
                .contains(names.intake(), "permission");
    }

    @Test
    void settingsThatMayNotBeSeenAreLeftOut() throws Exception {
        topics.createSealed(names);
        deny(names.sealed(), AclOperation.DESCRIBE_CONFIGS);
        try (TopicInspector inspector = new TopicInspector(topics.connection(), PATIENCE.stall())) {

            TopicFacts facts = inspector.facts(names.sealed());

            assertThat(facts.settings()).isEmpty();
            assertThat(facts.partitions()).isOne();
        }
    }

    private LedgerReader open() throws LedgerUnreadableException {
        return TopicLedgerReader.open(topics.connection(), names, PATIENCE);
    }

    private void deny(String topic, AclOperation... operations) {
        ResourcePattern pattern = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        Collection<AclBinding> bindings = Stream.concat(
                        Stream.of(binding(pattern, AclOperation.ALL, AclPermissionType.ALLOW)),
                        Stream.of(operations).map(op -> binding(pattern, op, AclPermissionType.DENY)))
                .toList();
        try (Admin admin = topics.admin()) {
            admin.createAcls(bindings).all().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static AclBinding binding(ResourcePattern pattern, AclOperation operation, AclPermissionType type) {
        return new AclBinding(pattern, new AccessControlEntry("User:ANONYMOUS", "*", operation, type));
    }
}

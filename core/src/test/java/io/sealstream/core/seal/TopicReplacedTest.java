package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.Certification;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ledger that finds itself in topics that none of its records names, as after a restore. */
class TopicReplacedTest {
    private static final LedgerTopics ELSEWHERE = new LedgerTopics("cluster-2", "intake-2", "sealed-2");

    private final TestLedger ledger =
            new TestLedger(TestLedger.genesis(Certification.REQUIRED), ELSEWHERE, SealingLimits.DEFAULT);

    @Test
    void sealsNothingElseBeforeTheRecordThatNamesTheNewTopics() {
        List<RejectedEvent> rejected = List.of(
                ledger.rejected(ledger.certify(Draft.of("e"))),
                ledger.rejected(ledger.control(TestKeys.producer(TestKeys.PRODUCER))));

        assertThat(rejected).extracting(RejectedEvent::reason).containsOnly(RejectReason.INVALID);
        assertThat(rejected).extracting(RejectedEvent::detail).allMatch(d -> d.contains("sealstream.topic.replaced"));
        assertThat(rejected).extracting(RejectedEvent::intakeTopicId).containsOnly("intake-2");
    }

    @Test
    void goesOnBehindTheRecordThatNamesThem() {
        SealedEvent replaced = ledger.sealed(ledger.control(new TopicReplaced(ELSEWHERE, "restored")));

        assertThat(replaced.intake()).isEqualTo(IntakePosition.at(0));
        assertThat(ledger.state().named()).isEqualTo(ELSEWHERE);
        ledger.sealed(ledger.control(TestKeys.producer(TestKeys.PRODUCER)));
        ledger.sealed(ledger.certify(Draft.of("e")));
    }

    @Test
    void rejectsARecordThatNamesOthers() {
        List<LedgerTopics> others = List.of(
                TestLedger.TOPICS,
                new LedgerTopics("cluster", "intake-2", "sealed-2"),
                new LedgerTopics("cluster-2", "intake-1", "sealed-2"),
                new LedgerTopics("cluster-2", "intake-2", "sealed-1"));

        assertThat(others).allSatisfy(topics -> {
            RejectedEvent rejected = ledger.rejected(ledger.control(new TopicReplaced(topics, "restored")));
            assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
            assertThat(rejected.detail()).contains(topics.toString(), ELSEWHERE.toString());
        });
    }

    @Test
    void asksForARootKey() {
        TopicReplaced replaced = new TopicReplaced(ELSEWHERE, "restored");

        assertThat(ledger.rejected(Draft.of("r", replaced).uncertified()).reason())
                .isEqualTo(RejectReason.CERTIFICATE_MISSING);
    }

    @Test
    void sealsItOnlyOnce() {
        ledger.sealed(ledger.control(new TopicReplaced(ELSEWHERE, "restored")));

        RejectedEvent again = ledger.rejected(ledger.control(new TopicReplaced(ELSEWHERE, "restored twice")));

        assertThat(again.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(again.detail()).contains("nothing was replaced");
    }
}

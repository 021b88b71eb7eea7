package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTopicNamesTest {
    @Test
    void namesTheTopicsAndTheGroup() {
        LedgerTopicNames names = new LedgerTopicNames("pay.eu-1");

        assertThat(names.intake()).isEqualTo("pay.eu-1.intake");
        assertThat(names.sealed()).isEqualTo("pay.eu-1.sealed");
        assertThat(names.rejected()).isEqualTo("pay.eu-1.rejected");
        assertThat(names.sealerGroup()).isEqualTo("pay.eu-1-sealer");
        assertThat(names.headChangelog()).isEqualTo("pay.eu-1-sealer-head-changelog");
    }

    @Test
    void fitsTheLongestNameIntoWhatKafkaTakes() {
        LedgerTopicNames names = new LedgerTopicNames("x".repeat(LedgerTopicNames.MAX_LENGTH));

        Topic.validate(names.rejected());
        Topic.validate(names.headChangelog());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "a\nb"})
    void refusesWhatKafkaDoesNotTake(String ledger) {
        assertThatThrownBy(() -> new LedgerTopicNames(ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 227");
    }

    @Test
    void refusesANameThatLeavesNoRoomForTheSuffix() {
        assertThatThrownBy(() -> new LedgerTopicNames("x".repeat(LedgerTopicNames.MAX_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

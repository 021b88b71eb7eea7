package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The changelog of the head store. */
final class Changelog {
    private Changelog() {}

    static String topic(TrialLedger ledger) {
        return ledger.names().headChangelog();
    }

    static void awaitRecord(TrialLedger ledger) {
        await().atMost(TrialLedger.PATIENCE)
                .untilAsserted(() ->
                        assertThat(Topics.committed(ledger, topic(ledger))).isNotEmpty());
    }
}

package io.sealstream.sealer;

import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.Follower;
import java.util.function.Supplier;

/** Puts together what {@code /health} answers, from whoever knows it. */
record SealerHealth(SealerConfig config, StatusBoard board, Follower follower, ClusterWatch watch)
        implements Supplier<HealthReport> {
    @Override
    public HealthReport get() {
        LedgerHead head = follower.isEmpty() ? null : follower.followed().head();
        return new HealthReport(
                board.status(),
                config.names().ledger(),
                config.startupCheck(),
                head,
                follower.status().trouble(),
                watch.view().flatMap(ClusterView::stuck).orElse(null),
                config.connection().bootstrapServers());
    }
}

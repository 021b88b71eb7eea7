package io.sealstream.gateway.health;

import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.Follower;
import io.sealstream.follower.FollowerFault;
import io.sealstream.follower.FollowerStatus;
import java.util.Optional;
import java.util.function.Supplier;

/** The status of a gateway, as its follower gives it each time anew, until it is to stop. */
public final class GatewayHealth implements Supplier<GatewayStatus> {
    private final Follower follower;
    private final Supplier<Optional<String>> idleness;
    private volatile boolean stopping;

    /** @param idleness why nothing is sealed; empty where something may be */
    public GatewayHealth(Follower follower, Supplier<Optional<String>> idleness) {
        this.follower = follower;
        this.idleness = idleness;
    }

    /** From now on it is {@link GatewayStatus.Stopping}. */
    public void stopping() {
        stopping = true;
    }

    @Override
    public GatewayStatus get() {
        if (stopping) {
            return new GatewayStatus.Stopping();
        }
        Optional<FollowerFault> fault = follower.fault();
        if (fault.isPresent()) {
            return new GatewayStatus.Degraded(
                    fault.get().reason() + ": " + fault.get().detail());
        }
        FollowerStatus status = follower.status();
        String trouble = status.trouble() == null ? "" : status.trouble();
        if (!status.hasFollowedCommitted() || follower.isEmpty()) {
            return new GatewayStatus.Starting(trouble.isEmpty() ? progress(status) : trouble);
        }
        return idleness.get()
                .<GatewayStatus>map(GatewayStatus.NotSealing::new)
                .orElseGet(() -> new GatewayStatus.Healthy(trouble));
    }

    /** Why nothing can be read; empty where it can, if only what was found sound before a fault. */
    public Optional<GatewayStatus> objectionToReading() {
        GatewayStatus status = get();
        return status instanceof GatewayStatus.Starting || follower.isEmpty() ? Optional.of(status) : Optional.empty();
    }

    /** The last record that was followed; empty before the genesis. */
    public Optional<LedgerHead> head() {
        return follower.isEmpty()
                ? Optional.empty()
                : Optional.of(follower.followed().head());
    }

    private static String progress(FollowerStatus status) {
        return "reading the ledger, at offset " + status.offset() + " of " + Math.max(0, status.stableEnd());
    }
}

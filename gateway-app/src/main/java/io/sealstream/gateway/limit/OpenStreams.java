package io.sealstream.gateway.limit;

import io.sealstream.gateway.access.Caller;
import java.util.HashMap;
import java.util.Map;

/** The streams that callers hold open: subscriptions, ranges, and streams of submissions. */
public final class OpenStreams {
    private final int most;
    private final int mostOfOne;
    private final Map<Caller, Integer> ofEach = new HashMap<>();
    private int all;

    /**
     * @param most of all callers together
     * @param mostOfOne of each caller
     */
    public OpenStreams(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** What a caller who wants to open one gets. */
    public sealed interface Place {
        /** @param leave to be run once, when the stream has ended */
        record Taken(Runnable leave) implements Place {}

        record Full(Excess excess) implements Place {}
    }

    public synchronized Place take(Caller caller) {
        if (all >= most) {
            return full("there are " + most + " open streams here, which is the most; try again later, or ask another"
                    + " gateway");
        }
        if (ofEach.getOrDefault(caller, 0) >= mostOfOne) {
            return full(caller.name() + " has " + mostOfOne
                    + " open streams here, which is the most that one may have; end one of them first");
        }
        all++;
        ofEach.merge(caller, 1, Integer::sum);
        return new Place.Taken(() -> leave(caller));
    }

    private static Place full(String detail) {
        return new Place.Full(new Excess("TOO_MANY_STREAMS", detail));
    }

    private synchronized void leave(Caller caller) {
        all--;
        ofEach.computeIfPresent(caller, (same, count) -> count == 1 ? null : count - 1);
    }

    /** How many there are. */
    public synchronized int count() {
        return all;
    }
}

package io.sealstream.reader;

import io.sealstream.reader.LedgerUnreadableException.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks now and then whether the sealed topic is still the one that is followed, and still whole: consumers don't tell
 * when a topic was deleted and made anew, or its log was cut behind them.
 */
public final class TopicWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final TopicInspector inspector;
    private final String topic;
    private final String expectedId;
    private boolean wasMissing;
    private long lookedNanos;
    private boolean hasLooked;

    /** @param expectedId the topic's id when it was first read */
    public TopicWatch(TopicInspector inspector, String topic, String expectedId) {
        this.inspector = inspector;
        this.topic = topic;
        this.expectedId = expectedId;
    }

    public boolean isDue() {
        return !hasLooked || System.nanoTime() - lookedNanos > INTERVAL.toNanos();
    }

    /** What was seen: the topic's ends, or what is wrong with it. */
    public sealed interface Look {}

    /**
     * @param stableEnd as far as committed records can be read
     * @param end the high watermark
     */
    public record Whole(long stableEnd, long end) implements Look {}

    public record Lost(String detail) implements Look {}

    /** @throws LedgerUnreadableException where nothing could be seen now */
    public Look look() throws LedgerUnreadableException {
        hasLooked = true;
        lookedNanos = System.nanoTime();
        try {
            String topicId = inspector.topicId(topic);
            if (!topicId.equals(expectedId)) {
                return new Lost(topic + " has the topic id " + topicId + ", not " + expectedId
                        + ": it was deleted and made anew");
            }
            TopicRange range = inspector.range(topic);
            long stableEnd = inspector.stableEnd(topic);
            wasMissing = false;
            return range.start() == 0 ? new Whole(stableEnd, range.end()) : new Lost(cut(range));
        } catch (LedgerUnreadableException e) {
            return lost(e).orElseThrow(() -> e);
        }
    }

    private String cut(TopicRange range) {
        return "the log of " + topic + " starts at offset " + range.start()
                + ", not at 0: records were deleted; see who did, and restore the topic";
    }

    /** Missing twice in a row is gone; once can be a broker that has just started. */
    private Optional<Lost> lost(LedgerUnreadableException e) {
        boolean isMissing = e.reason() == Reason.MISSING;
        Optional<Lost> lost = isMissing && wasMissing
                ? Optional.of(new Lost(topic + " is gone: " + e.getMessage()))
                : Optional.empty();
        wasMissing = isMissing;
        return lost;
    }
}

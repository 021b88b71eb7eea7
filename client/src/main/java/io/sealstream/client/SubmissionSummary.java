package io.sealstream.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code submit} did.
 *
 * @param notSent events that were left when it stopped; null where nobody knows, as a stream was not read to its end
 */
record SubmissionSummary(
        String ledger,
        Hash ledgerId,
        SubmissionCounts counts,
        @Nullable Long notSent,
        Duration taken) {
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %,d %s submitted in %.1f s (%,d/s)%n",
                ledger,
                counts.submitted(),
                counts.submitted() == 1 ? "event" : "events",
                seconds(),
                perSecond()));
        line(text, "sealed", counts.sealed(), sequences());
        line(text, "duplicate", counts.duplicates(), "");
        line(text, "rejected", counts.totalRejected(), reasons());
        line(text, "unknown", counts.unknown(), "");
        if (notSent == null) {
            text.append("  not sent     not known: not read to the end");
        } else if (notSent > 0) {
            line(text, "not sent", notSent, "");
        }
        return text.toString().stripTrailing();
    }

    String json() {
        ObjectNode json = StrictJson.newObject();
        json.put("ledger", ledger);
        json.put("ledger_id", ledgerId.hex());
        json.put("events", counts.submitted());
        json.put("sealed", counts.sealed());
        json.put("duplicate", counts.duplicates());
        ObjectNode rejected = json.putObject("rejected");
        new TreeMap<>(counts.rejected()).forEach((reason, count) -> rejected.put(reason.name(), count));
        json.put("unknown", counts.unknown());
        json.put("not_sent", notSent);
        json.put("first_sequence", value(counts.first()));
        json.put("last_sequence", value(counts.last()));
        json.put("seconds", Math.round(seconds() * 1_000) / 1_000.0);
        json.put("events_per_second", perSecond());
        return StrictJson.write(json);
    }

    private static void line(StringBuilder text, String what, long count, String more) {
        text.append(String.format(Locale.ROOT, "  %-10s%,12d", what, count));
        text.append(more.isEmpty() || count == 0 ? "" : "  " + more).append(System.lineSeparator());
    }

    private String sequences() {
        return "sequence " + counts.first() + (counts.sealed() == 1 ? "" : " to " + counts.last());
    }

    private String reasons() {
        return new TreeMap<>(counts.rejected())
                .entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private long perSecond() {
        return Math.round(counts.submitted() / seconds());
    }

    private double seconds() {
        return Math.max(taken.toNanos(), 1) / 1e9;
    }

    private static @Nullable Long value(@Nullable Sequence sequence) {
        return sequence == null ? null : sequence.value();
    }
}

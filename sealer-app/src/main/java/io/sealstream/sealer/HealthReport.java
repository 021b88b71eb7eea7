package io.sealstream.sealer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.reader.OpenTransaction;
import io.sealstream.topology.Degradation;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /health} answers.
 *
 * @param head the last committed record, as the follower sees it; null before the genesis was read
 * @param trouble what keeps the follower from reading on, or null
 * @param stuck a topic that an open transaction has held back for long, or null
 * @param address of the brokers
 */
record HealthReport(
        SealerStatus status,
        String ledger,
        SealerConfig.StartupCheck startupCheck,
        @Nullable LedgerHead head,
        @Nullable String trouble,
        @Nullable StuckTopic stuck,
        String address) {

    /** Not while the brokers are away either: nothing is sealed then. */
    boolean isReady() {
        return status instanceof SealerStatus.Healthy && trouble == null;
    }

    String toJson() {
        ObjectNode json = StrictJson.newObject();
        json.put("state", status.name());
        json.put("ledger", ledger);
        json.put("last_sequence", head == null ? null : head.sequence().value());
        json.put("head", head == null ? null : head.eventHash().hex());
        json.put("sealed_at", head == null ? null : head.sealedAtMs());
        json.put("startup_check", startupCheck.name().toLowerCase(Locale.ROOT));
        json.put("waiting_for", status instanceof SealerStatus.Starting starting ? starting.what() : trouble);
        if (status instanceof SealerStatus.Degraded(Degradation degradation)) {
            ObjectNode fault = json.putObject("fault");
            fault.put("reason", degradation.reason().name());
            fault.put("detail", degradation.detail());
            fault.put("last_good_sequence", value(degradation.lastGood()));
            fault.put("first_bad_sequence", value(degradation.firstBad()));
            fault.put("intake_offset", degradation.intakeOffset());
        } else {
            json.putNull("fault");
        }
        putOpenTransaction(json);
        return StrictJson.write(json) + "\n";
    }

    private void putOpenTransaction(ObjectNode json) {
        if (stuck == null) {
            json.putNull("open_transaction");
            return;
        }
        OpenTransaction transaction = stuck.transaction();
        json.putObject("open_transaction")
                .put("topic", stuck.topic())
                .put("start_offset", stuck.stableEnd())
                .put("held_for_ms", stuck.heldFor().toMillis())
                .put("producer_id", transaction == null ? null : (Long) transaction.producerId())
                .put("producer_epoch", transaction == null ? null : (Integer) transaction.producerEpoch())
                .put("detail", stuck.detail(address, Instant.now()));
    }

    private static @Nullable Long value(@Nullable Sequence sequence) {
        return sequence == null ? null : sequence.value();
    }
}

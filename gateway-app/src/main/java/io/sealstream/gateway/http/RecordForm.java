package io.sealstream.gateway.http;

import com.linecorp.armeria.common.MediaType;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.schema.LedgerJson;
import java.util.Optional;

/** How a stream of records is written. */
enum RecordForm {
    /** One record a line: what {@code export} writes, and {@code verify} reads. */
    LINES("application/jsonl") {
        @Override
        String record(SealedEvent record) {
            return LedgerJson.write(record) + "\n";
        }

        @Override
        Optional<String> interruption(Problem why) {
            return Optional.empty();
        }

        @Override
        Optional<String> heartbeat() {
            return Optional.empty();
        }
    },
    /** Server-sent events, whose id is the sequence: a browser that comes back says which one it had last. */
    EVENTS("text/event-stream") {
        @Override
        String record(SealedEvent record) {
            return "id: " + record.sequence() + "\nevent: sealed\ndata: " + LedgerJson.write(record) + "\n\n";
        }

        @Override
        Optional<String> interruption(Problem why) {
            return Optional.of("event: interrupted\ndata: " + why.toJson() + "\n\n");
        }

        @Override
        Optional<String> heartbeat() {
            return Optional.of(":\n\n");
        }
    };

    private final String type;

    RecordForm(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.parse(type);
    }

    abstract String record(SealedEvent record);

    /** What is said before the end where it ends too early; empty where the response is broken off instead. */
    abstract Optional<String> interruption(Problem why);

    /** What keeps proxies from giving up on a stream that is silent; empty where nothing may stand between records. */
    abstract Optional<String> heartbeat();
}

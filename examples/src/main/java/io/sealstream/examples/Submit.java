package io.sealstream.examples;

import io.sealstream.client.ClientSettings;
import io.sealstream.client.EventSigner;
import io.sealstream.client.LedgerClient;
import io.sealstream.client.SubmissionOutcome;
import io.sealstream.core.Bytes;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import java.nio.file.Path;
import java.util.Map;

/** Signs an event, submits it over Kafka, and waits for its outcome: {@code Submit ADDRESS LEDGER KEY_FILE EVENT_ID}. */
public final class Submit {
    public static void main(String[] args) throws Exception {
        KafkaConnection kafka = new KafkaConnection(Map.of("bootstrap.servers", args[0]));
        try (LedgerClient client = LedgerClient.open(kafka, new LedgerTopicNames(args[1]), ClientSettings.DEFAULT)) {
            EventSigner signer = EventSigner.ofKeyFile(client.ledgerId(), Path.of(args[2]));
            Event event = new Event(
                    new EventId(args[3]),
                    new EventType("example.made"),
                    System.currentTimeMillis(),
                    0, // no limit to when it may be sealed
                    Payload.inline(Bytes.utf8("{\"n\":1}")),
                    Metadata.EMPTY);
            CertifiedEvent signed = signer.sign(event);
            SubmissionOutcome outcome = client.submit(signed).get();
            while (outcome instanceof SubmissionOutcome.Unknown) { // the very same again is safe, and finds out
                Thread.sleep(1_000);
                outcome = client.submit(signed).get();
            }
            System.out.println(
                    switch (outcome) {
                        case SubmissionOutcome.Sealed sealed ->
                            "sealed as " + sealed.sequence() + " with the hash " + sealed.eventHash();
                        case SubmissionOutcome.Duplicate before -> "sealed before, as " + before.original();
                        case SubmissionOutcome.Rejected refused ->
                            "refused, " + refused.reason() + ": " + refused.detail();
                        case SubmissionOutcome.Unknown unknown -> unknown.detail();
                    });
        }
    }
}

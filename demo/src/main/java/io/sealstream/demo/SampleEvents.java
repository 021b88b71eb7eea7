package io.sealstream.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.StrictJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/** Made-up payments, the same at each run but for their times. */
final class SampleEvents {
    private static final long SEED = 20_260_101;
    private static final String[] CURRENCIES = {"EUR", "USD", "CHF", "JPY"};

    private SampleEvents() {}

    static void write(Path file, int count) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Instant begin = Instant.now().minusMillis(count);
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                ObjectNode event = StrictJson.newObject();
                event.put("event_id", String.format(Locale.ROOT, "payment-%07d", i));
                event.put("event_type", random.nextInt(10) == 0 ? "payment.refunded" : "payment.booked");
                event.put("occurred_at", begin.plusMillis(i).toString());
                event.putObject("payload")
                        .put("account", String.format(Locale.ROOT, "CH93-%08d", random.nextInt(100_000_000)))
                        .put("amount_cents", random.nextInt(1, 1_000_000))
                        .put("currency", CURRENCIES[random.nextInt(CURRENCIES.length)]);
                event.putObject("metadata").put("source", "demo");
                out.write(StrictJson.write(event));
                out.write('\n');
            }
        }
    }
}

package io.sealstream.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Made-up payments as JSON, of which two thirds are random digits, so that they compress as such data does. */
final class Payloads {
    private final SplittableRandom random = new SplittableRandom(20_260_101);
    private final int length;

    private Payloads(int length) {
        this.length = length;
    }

    /** Of 300 bytes. */
    static Payloads ofPayments() {
        return new Payloads(300);
    }

    /** Of 30 bytes, where only the number of events counts. */
    static Payloads small() {
        return new Payloads(30);
    }

    byte[] next() {
        byte[] noise = new byte[length / 3];
        random.nextBytes(noise);
        String text = "{\"ref\":\"" + HexFormat.of().formatHex(noise);
        String end = "\"}";
        return (text + "0".repeat(length - text.length() - end.length()) + end).getBytes(StandardCharsets.US_ASCII);
    }
}

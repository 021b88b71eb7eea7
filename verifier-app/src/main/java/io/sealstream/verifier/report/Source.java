package io.sealstream.verifier.report;

/**
 * What a run has read.
 *
 * @param name as in {@code topic payments.sealed at localhost:9092}
 * @param unit what its places are called: offset or line
 */
public record Source(String name, String unit) {
    public static Source topic(String topic, String address) {
        return new Source("topic " + topic + " at " + address, "offset");
    }

    public static Source file(String file) {
        return new Source("file " + file, "line");
    }
}

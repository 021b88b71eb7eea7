package io.sealstream.verifier.report;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * What a run has read.
 *
 * @param name as in {@code topic payments.sealed at localhost:9092}
 * @param unit what its places are called: offset or line
 * @param uri for programs, a reference as in RFC 3986: a file's path, or a topic's name alone, since what shows results beside
 *     files takes no other scheme
 */
public record Source(String name, String unit, String uri) {
    private static final String LINE = "line";

    public static Source topic(String topic, String address) {
        return new Source("topic " + topic + " at " + address, "offset", topic);
    }

    public static Source file(String file) {
        return new Source("file " + file, LINE, reference(file));
    }

    boolean hasLines() {
        return unit.equals(LINE);
    }

    private static String reference(String path) {
        // A colon in the first segment would begin with a scheme.
        String unambiguous = path.startsWith("/") || !path.contains(":") ? path : "./" + path;
        try {
            return new URI(null, null, unambiguous, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path + " is no path", e);
        }
    }
}

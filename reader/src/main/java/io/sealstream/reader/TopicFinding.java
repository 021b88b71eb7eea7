package io.sealstream.reader;

/**
 * A setting of a topic that endangers the ledger.
 *
 * @param setting as Kafka names it
 * @param actual what it is
 * @param expected what it should be
 * @param danger one sentence: what can happen
 */
public record TopicFinding(String topic, String setting, String actual, String expected, String danger) {
    @Override
    public String toString() {
        return topic + " has " + setting + "=" + actual + ", which should be " + expected + ": " + danger;
    }
}

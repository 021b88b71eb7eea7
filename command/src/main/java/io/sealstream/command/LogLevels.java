package io.sealstream.command;

/**
 * The levels that {@code logback.xml} of this module asks for. Commands are silent but for warnings; whoever runs one
 * can ask for more with SEALSTREAM_LOG_LEVEL.
 */
final class LogLevels {
    static final String LEVEL = "sealstream.log.level";
    static final String KAFKA = "sealstream.log.kafka";

    static final String TRACE = "sealstream.log.trace";

    private LogLevels() {}

    /** What stays up says what it does, and so do its clients of Kafka. */
    static void ofService() {
        setDefault(LEVEL, "INFO");
        setDefault(KAFKA, "WARN");
        setDefault(TRACE, "full");
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

package io.sealstream.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** How the lines of the log look. The names in lower case are those of the appenders in {@code logback.xml}. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line, stack traces included. */
    JSON;

    /** The key of those commands that have a choice. */
    public static final String KEY = "log.format";

    private static final String PROPERTY = "sealstream.log.format";
    private static final String VARIABLE = "SEALSTREAM_LOG_FORMAT";

    /** @param name in lower case, as in the configuration */
    public static LogFormat of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * From now on. Logging was set up before the configuration could be read, so it is set up anew where that asks for
     * another format than was taken then.
     */
    public void use() {
        String wanted = name().toLowerCase(Locale.ROOT);
        String current = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, "text"));
        System.setProperty(PROPERTY, wanted);
        if (!wanted.equals(current) && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            try {
                new ContextInitializer(context).autoConfig();
            } catch (JoranException e) {
                throw new IllegalStateException("logback.xml can't be read: " + e.getMessage(), e);
            }
        }
    }
}

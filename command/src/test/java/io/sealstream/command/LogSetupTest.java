package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** What {@code logback.xml} makes of a log format. */
class LogSetupTest {
    @ParameterizedTest
    @ValueSource(strings = {"text", "JSON", "xml", ""})
    void whateverIsNotJsonIsTextAndNeverSilence(String format) throws JoranException {
        assertThat(appendsAs("text", format)).isTrue();
        assertThat(appendsAs("json", format)).isFalse();
    }

    @Test
    void jsonIsJsonAlone() throws JoranException {
        assertThat(appendsAs("json", "json")).isTrue();
        assertThat(appendsAs("text", "json")).isFalse();
    }

    @Test
    void aMessageOfAnyOriginIsOneLineOfText() throws JoranException {
        LoggerContext context = configured("text");
        try {
            var appender = (ConsoleAppender<ILoggingEvent>)
                    context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("text");
            var event = new LoggingEvent(
                    "", context.getLogger("Board"), Level.ERROR, "outcome \"a\r\nb\u001b[2Jc\u202ed\"", null, null);

            String line = new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);

            assertThat(line).matches("[^ ]+ ERROR Board - outcome \"a\\?b\\?\\[2Jc\\?d\"\\R");
        } finally {
            context.stop();
        }
    }

    private static boolean appendsAs(String appender, String format) throws JoranException {
        LoggerContext context = configured(format);
        try {
            return context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(appender) != null;
        } finally {
            context.stop();
        }
    }

    private static LoggerContext configured(String format) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.putProperty("sealstream.log.format", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogFormat.class.getResource("/logback.xml"));
        return context;
    }
}

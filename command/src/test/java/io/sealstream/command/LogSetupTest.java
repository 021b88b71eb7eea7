package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
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

    private static boolean appendsAs(String appender, String format) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.putProperty("sealstream.log.format", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogFormat.class.getResource("/logback.xml"));
        try {
            return context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(appender) != null;
        } finally {
            context.stop();
        }
    }
}

package io.sealstream.command;

import java.nio.charset.Charset;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on a terminal, without colours. */
final class ProgressOnTerminal implements ProgressDisplay {
    private static final int REFRESH_MS = 200;

    private final ProgressBar bar;

    ProgressOnTerminal(String task, long total) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(style())
                .setUpdateIntervalMillis(REFRESH_MS)
                .showSpeed()
                .clearDisplayOnFinish()
                .build();
    }

    private static ProgressBarStyle style() {
        String encoding =
                System.getProperty("stderr.encoding", Charset.defaultCharset().name());
        return "UTF-8".equals(encoding) ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII;
    }

    @Override
    public Duration interval() {
        return Duration.ofMillis(REFRESH_MS);
    }

    @Override
    public void show(long count) {
        bar.stepTo(count);
    }

    @Override
    public void close() {
        bar.close();
    }
}

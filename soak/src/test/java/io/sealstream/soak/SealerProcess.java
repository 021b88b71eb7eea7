package io.sealstream.soak;

import io.sealstream.command.CommandProcess;
import io.sealstream.kafka.local.Signal;
import io.sealstream.sealer.SealerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The command {@code sealer} as a process, to be killed and paused. */
final class SealerProcess {
    /** After which the group gives up one that died. */
    static final Duration SESSION_TIMEOUT = Duration.ofMillis(1_500);
    /** After which the brokers abort what one that died left open: as by default, and later than another one ends it. */
    static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Pattern BEGAN = Pattern.compile("goes on behind sequence (\\d+)");
    private static final Pattern ENDED = Pattern.compile("ended the transaction that \\S+ left open");

    private final String place;
    private final Process process;
    private final Path log;

    private SealerProcess(String place, Process process, Path log) {
        this.place = place;
        this.process = process;
        this.log = log;
    }

    /**
     * @param place names its state directory
     * @param log a file that is not there yet
     */
    static SealerProcess start(SoakLedger ledger, String place, Path log) throws IOException {
        Process process = new CommandProcess(SealerCommand.class)
                .with("SEALSTREAM_SESSION_TIMEOUT_MS", Long.toString(SESSION_TIMEOUT.toMillis()))
                .with("SEALSTREAM_TRANSACTION_TIMEOUT_MS", Long.toString(TRANSACTION_TIMEOUT.toMillis()))
                .start(
                        Path.of("/dev/null"),
                        log,
                        ledger.words("sealer", "--state-dir", ledger.place(place), "--health-listener", "127.0.0.1:0"));
        return new SealerProcess(place, process, log);
    }

    String place() {
        return place;
    }

    /** What it wrote to standard error. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException("the log of a sealer is gone: " + log, e);
        }
    }

    boolean hasBeenHealthy() {
        return log().contains(" HEALTHY");
    }

    /** The head with which it was given the intake last; -1 where it has only stood by. Of two, the higher one is at work. */
    long beganBehind() {
        return BEGAN.matcher(log())
                .results()
                .mapToLong(began -> Long.parseLong(began.group(1)))
                .max()
                .orElse(-1);
    }

    /** How many transactions it has ended that others left open. */
    long ended() {
        return ENDED.matcher(log()).results().count();
    }

    Path logFile() {
        return log;
    }

    /** SIGKILL; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP: it neither runs nor closes its connections. */
    void pause() {
        Signal.STOP.sendTo(process);
    }

    /** SIGCONT: it goes on where it was, and does not know of it. */
    void resume() {
        Signal.CONT.sendTo(process);
    }

    /** SIGTERM. @return its exit code */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("a sealer did not end within " + STOP_LIMIT.toSeconds() + " s: see " + log);
        }
        return process.exitValue();
    }
}

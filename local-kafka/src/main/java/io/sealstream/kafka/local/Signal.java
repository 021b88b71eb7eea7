package io.sealstream.kafka.local;

import java.io.IOException;

/** The two signals that Java has no call for. */
public enum Signal {
    STOP,
    CONT;

    /** @throws IllegalStateException where it cannot be sent to a process that is alive */
    public void sendTo(Process process) {
        String what = "SIG" + this + " to process " + process.pid();
        try {
            int status = new ProcessBuilder("kill", "-" + this, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0 && process.isAlive()) {
                throw new IllegalStateException("cannot send " + what + ": kill ended with status " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot send " + what + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + what, e);
        }
    }
}

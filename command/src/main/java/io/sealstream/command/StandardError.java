package io.sealstream.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Where standard error goes. */
final class StandardError {
    private StandardError() {}

    /**
     * Whether a person sees it, on a terminal that can move its cursor. System.console() tells of standard input and
     * output instead, which are often piped where standard error is not; hence the question goes to POSIX's {@code test}.
     */
    static boolean isTerminal() {
        if ("dumb".equals(System.getenv().getOrDefault("TERM", "dumb"))) {
            return false;
        }
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

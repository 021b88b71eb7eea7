package io.sealstream.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Where standard output and standard error go. */
final class Terminal {
    private static final String STANDARD_OUTPUT = "1";
    private static final String STANDARD_ERROR = "2";

    private Terminal() {}

    /** Whether a person sees standard error, on a terminal that can move its cursor. */
    static boolean isError() {
        return isCapable(System.getenv()) && isTerminal(STANDARD_ERROR);
    }

    /**
     * Whether standard output is in colour: on a terminal that has any, unless {@code NO_COLOR} has a value
     * (no-color.org); elsewhere where {@code CLICOLOR_FORCE} asks for it.
     */
    static Ansi colours(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return Ansi.OFF;
        }
        if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
            return Ansi.ON;
        }
        return isCapable(environment) && isTerminal(STANDARD_OUTPUT) ? Ansi.ON : Ansi.OFF;
    }

    private static boolean isCapable(Map<String, String> environment) {
        return !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
    }

    /**
     * System.console() tells of standard input and output together, and input is often piped where output is not; hence
     * the question goes to POSIX's {@code test}.
     */
    private static boolean isTerminal(String descriptor) {
        try {
            return new ProcessBuilder("test", "-t", descriptor)
                            .redirectOutput(Redirect.INHERIT)
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

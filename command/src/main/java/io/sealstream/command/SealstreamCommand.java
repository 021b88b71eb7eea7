package io.sealstream.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The base of every command. {@code --help} and {@code --version} come with it; a subclass gives its examples as
 * {@code footer} and its exit codes as {@code exitCodeList}.
 */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        footerHeading = "%nExamples:%n")
public abstract class SealstreamCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** Does the work. Results go to {@link #out}; expected failures are thrown as {@link CommandFailure}. */
    protected abstract ExitCode run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return run().number();
    }

    /** Standard output, in UTF-8: results and nothing else. */
    protected final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** Standard error, in UTF-8: everything that is not a result. */
    protected final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** Colours for {@link #out}, or none: where nobody sees them, or nobody wants them. */
    protected final Ansi colours() {
        return spec().commandLine().getColorScheme().ansi();
    }

    protected final CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " runs only under CommandRunner");
        }
        return spec;
    }
}

package io.sealstream.verifier;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.command.Nearest;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.verifier.explain.Explanation;
import io.sealstream.verifier.explain.Explanations;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a fault, or another word of Sealstream's, means. */
@Command(
        name = "explain",
        description =
                "Say what a verdict, fault, finding, rejection or DEGRADED reason means, what it does not mean, what "
                        + "causes it, and what to do. Without a name, list them all.",
        exitCodeList = {"0:It is explained.", "2:There is no such name."},
        footer = {"  sealstream explain PAYLOAD_MISMATCH", "  sealstream explain head-lost"})
final class ExplainCommand extends SealstreamCommand {
    private static final int NAME_WIDTH = 24;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "As reports and states write it; case does not matter, and - stands for _.")
    private @Nullable String name;

    @Override
    protected ExitCode run() {
        Explanations explanations = Explanations.load();
        if (name == null) {
            explanations.all().forEach(this::list);
        } else {
            show(find(explanations, name));
        }
        return ExitCode.OK;
    }

    private void list(Explanation page) {
        out().println(page.name()
                + " ".repeat(Math.max(1, NAME_WIDTH - page.name().length()))
                + page.summary());
    }

    private void show(Explanation page) {
        out().println(page.name() + " (" + page.kinds() + ")\n");
        out().print(page.text());
    }

    private static Explanation find(Explanations explanations, String name) {
        return explanations.of(name).orElseThrow(() -> {
            String nearest = Nearest.to(
                            name.toUpperCase(Locale.ROOT),
                            explanations.all().stream().map(Explanation::name).toList())
                    .map(known -> "; did you mean " + known + "?")
                    .orElse("");
            return CommandFailure.usage(name + " has no explanation" + nearest + " (sealstream explain lists all)");
        });
    }
}

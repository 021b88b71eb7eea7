package io.sealstream.demo;

import io.sealstream.benchmarks.BenchCommand;
import io.sealstream.client.ClientCommand;
import io.sealstream.gateway.GatewayCommand;
import io.sealstream.kafka.local.LocalKafkaCommand;
import io.sealstream.sealer.SealerCommand;
import io.sealstream.verifier.VerifierCommand;
import java.io.File;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every command of {@code ./sealstream} in one tree, as users see them; in truth each module has its own. */
final class CommandTree {
    private static final List<Class<?>> ROOTS = List.of(
            SealerCommand.class,
            VerifierCommand.class,
            ClientCommand.class,
            GatewayCommand.class,
            LocalKafkaCommand.class);

    /** What the script {@code sealstream} answers itself. */
    static final Set<String> OF_THE_SCRIPT = Set.of("completion", "help");

    private CommandTree() {}

    static CommandLine of() {
        CommandLine tree = new CommandLine(CommandSpec.create().name("sealstream"));
        tree.addSubcommand(new CommandLine(new DemoCommand()));
        tree.addSubcommand(new CommandLine(new BenchCommand()));
        for (Class<?> root : ROOTS) {
            new CommandLine(root).getSubcommands().forEach(tree::addSubcommand);
        }
        List<String> names = tree.getSubcommands().keySet().stream().toList();
        tree.addSubcommand(ofTheScript("completion", List.of("bash", "zsh")));
        tree.addSubcommand(ofTheScript("help", names));
        tree.getSubcommands().values().forEach(CommandTree::nameChoices);
        return tree;
    }

    private static CommandSpec ofTheScript(String name, List<String> choices) {
        return CommandSpec.create()
                .name(name)
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .completionCandidates(choices)
                        .build());
    }

    /**
     * What the help says of an option's values: in {@code text|json} these, in small letters; in {@code FILE|-} files,
     * though the option's type is text.
     */
    private static void nameChoices(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        for (OptionSpec option : List.copyOf(spec.options())) {
            String label = option.paramLabel();
            if (label.matches("[a-z]+(\\|[a-z]+)+")) {
                List<String> choices = List.of(label.split("\\|", 0));
                replace(spec, option, OptionSpec.builder(option).completionCandidates(choices));
            } else if (label.matches("(FILE|DIR).*") && option.type() == String.class) {
                replace(spec, option, OptionSpec.builder(option).type(File.class));
            }
        }
        command.getSubcommands().values().forEach(CommandTree::nameChoices);
    }

    private static void replace(CommandSpec spec, OptionSpec option, OptionSpec.Builder better) {
        spec.remove(option);
        spec.addOption(better.build());
    }
}

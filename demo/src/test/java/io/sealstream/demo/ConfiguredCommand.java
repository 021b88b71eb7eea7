package io.sealstream.demo;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command that runs, with its keys and flags.
 *
 * @param name as typed: {@code key add}
 * @param keys empty where the command has no configuration
 * @param flagOfKey the flags of those keys that have one
 */
record ConfiguredCommand(String name, CommandSpec spec, Map<String, ConfigKey> keys, Map<String, String> flagOfKey) {
    private static final Set<String> OF_EVERY_COMMAND = Set.of("--help", "--version", "--config", "--command-config");

    /** All in {@code tree} that a module has, in order. */
    static List<ConfiguredCommand> in(CommandLine tree) {
        List<ConfiguredCommand> found = new ArrayList<>();
        tree.getSubcommands().values().forEach(command -> collect(command, found));
        return found;
    }

    private static void collect(CommandLine command, List<ConfiguredCommand> found) {
        if (!command.getSubcommands().isEmpty()) {
            command.getSubcommands().values().forEach(below -> collect(below, found));
        } else if (!command.getCommandSpec().options().isEmpty()) {
            found.add(of(command.getCommandSpec()));
        }
    }

    private static ConfiguredCommand of(CommandSpec spec) {
        String name = spec.qualifiedName().replaceFirst("^sealstream ", "");
        Optional<ConfigLayers> layers = configured(spec).map(Configured::layers);
        return new ConfiguredCommand(
                name,
                spec,
                layers.map(found -> found.definition().configKeys()).orElse(Map.of()),
                layers.map(ConfigLayers::flags).orElse(Map.of()));
    }

    /** The command itself, or the outermost of its mixins. */
    private static Optional<Configured> configured(CommandSpec spec) {
        if (spec.userObject() instanceof Configured configured) {
            return Optional.of(configured);
        }
        return spec.mixins().values().stream()
                .flatMap(mixin -> configured(mixin).stream())
                .findFirst();
    }

    /** Those that no key stands behind. */
    List<OptionSpec> flagsWithoutKey() {
        return spec.options().stream()
                .filter(option -> !option.hidden() && !OF_EVERY_COMMAND.contains(option.longestName()))
                .filter(option -> !flagOfKey.containsValue(option.longestName()))
                .toList();
    }

    Stream<String> flags() {
        return spec.options().stream().map(OptionSpec::longestName);
    }
}

package io.sealstream.demo;

import io.sealstream.command.ConfigLayers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** The generated part of docs/configuration.md: the keys of all commands, and the flags that have no key. */
final class ConfigurationPage {
    private final StringBuilder page = new StringBuilder();

    private ConfigurationPage() {}

    static String of(List<ConfiguredCommand> commands) {
        ConfigurationPage page = new ConfigurationPage();
        page.keys(commands);
        page.flags(commands);
        page.guarded();
        return page.page.toString();
    }

    /** Commands with the same keys share a table. */
    private void keys(List<ConfiguredCommand> commands) {
        Map<String, String> namesByTable = new LinkedHashMap<>();
        commands.stream().filter(command -> !command.keys().isEmpty()).forEach(command -> {
            String name = code(command.name());
            namesByTable.merge(keyTable(command), name, (before, more) -> before + ", " + more);
        });
        line("## Keys");
        namesByTable.forEach((table, names) -> line("### " + names).line(table));
    }

    private static String keyTable(ConfiguredCommand command) {
        return "| key | flag | environment variable | type | default | allowed | meaning |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n"
                + command.keys().values().stream()
                        .sorted(Comparator.comparing((ConfigKey key) -> key.importance)
                                .thenComparing(key -> key.name))
                        .map(key -> keyRow(key, command.flagOfKey().get(key.name)))
                        .collect(Collectors.joining("\n"));
    }

    private static String keyRow(ConfigKey key, @Nullable String flag) {
        return row(
                code(key.name),
                flag == null ? "" : code(flag),
                key.name.endsWith("*") ? "" : code(ConfigLayers.variable(key.name)),
                key.type.name().toLowerCase(Locale.ROOT),
                key.hasDefault() ? byDefault(key.defaultValue) : "(required)",
                key.validator == null ? "" : allowed(key.validator.toString()),
                key.documentation);
    }

    private static String byDefault(@Nullable Object value) {
        return value == null || value.equals(List.of()) ? "" : value.toString();
    }

    /** Kafka writes ranges as {@code [0,...,9]} and choices as {@code [a, b]}. */
    static String allowed(String validator) {
        return validator
                .replaceFirst("^\\[(-?\\d+),\\.\\.\\.]$", "$1 or more")
                .replaceFirst("^\\[(-?\\d+),\\.\\.\\.,(-?\\d+)]$", "$1 to $2")
                .replaceFirst("^\\[(.*)]$", "$1");
    }

    private void flags(List<ConfiguredCommand> commands) {
        line("## Flags without a key");
        line("Every command that has keys takes `--config FILE` and `--command-config FILE` too.");
        for (ConfiguredCommand command : commands) {
            List<OptionSpec> flags = command.flagsWithoutKey();
            if (!flags.isEmpty()) {
                line("### " + code(command.name()));
                line("| flag | value | default | meaning |\n| --- | --- | --- | --- |\n"
                        + flags.stream().map(ConfigurationPage::flagRow).collect(Collectors.joining("\n")));
            }
        }
    }

    private void guarded() {
        line("## Settings of Kafka's clients that may not be set");
        line("With or without one of Streams' prefixes, since the ledger's promises rest on them: "
                + ConfigLayers.guardedClientKeys().stream()
                        .sorted()
                        .map(ConfigurationPage::code)
                        .collect(Collectors.joining(", "))
                + ", and every key that ends in `exception.handler`.");
    }

    private static String flagRow(OptionSpec option) {
        String standard = option.defaultValue() == null ? whenNone(option) : option.defaultValue();
        String meaning = String.join(" ", option.description()).replace(" (" + standard + ')', "");
        boolean takesValue = option.arity().max() > 0;
        return row(code(option.longestName()), takesValue ? option.paramLabel() : "", standard, meaning);
    }

    private static String whenNone(OptionSpec option) {
        if (option.group() != null) {
            return "(one of these)";
        }
        return option.required() ? "(required)" : "";
    }

    private static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                .map(cell -> cell.isEmpty() ? " |" : ' ' + cell + " |")
                .collect(Collectors.joining("", "|", ""));
    }

    private static String code(String text) {
        return '`' + text + '`';
    }

    private ConfigurationPage line(String text) {
        page.append(text).append("\n\n");
        return this;
    }
}

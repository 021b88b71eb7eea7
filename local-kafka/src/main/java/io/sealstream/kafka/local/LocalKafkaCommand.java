package io.sealstream.kafka.local;

import io.sealstream.command.CommandRunner;
import picocli.CommandLine.Command;

/** The command that runs a broker. */
@Command(
        name = "sealstream",
        description = "Runs a Kafka broker on this machine.",
        subcommands = RunBrokerCommand.class)
public final class LocalKafkaCommand {

    private LocalKafkaCommand() {}

    public static void main(String[] args) {
        System.exit(CommandRunner.run(new LocalKafkaCommand(), args));
    }
}

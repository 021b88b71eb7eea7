package io.sealstream.kafka.local;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.command.SealstreamCommand;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One broker, until Ctrl-C. */
@Command(
        name = "local-kafka",
        description = "Runs one Kafka broker on this machine, for trying things out, until Ctrl-C.",
        exitCodeList = {
            "2:wrong arguments",
            "5:the broker could not start, or met a fatal fault",
            "130:Ctrl-C",
        },
        footer = {
            "  sealstream local-kafka",
            "  sealstream local-kafka --port 9093 --dir broker",
        })
final class RunBrokerCommand extends SealstreamCommand {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the broker keeps its data; started again there, it serves them again."
                    + " Default: a temporary directory, removed at the end.")
    private @Nullable Path directory;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "The port on 127.0.0.1, 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    private volatile @Nullable LocalBroker broker;

    @Override
    protected ExitCode run() throws IOException {
        BrokerSettings settings = settings();
        Place place = directory != null ? new Place(directory, false) : Place.createTemporary();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(place)));
        LocalBroker started = start(place, settings);
        broker = started;
        tell(started.bootstrapServers(), place);
        throw new CommandFailure(ExitCode.ERROR, started.fatalFault().join());
    }

    private void end(Place place) {
        LocalBroker running = broker;
        if (running != null) {
            running.close();
        }
        place.leave();
    }

    private BrokerSettings settings() {
        try {
            return BrokerSettings.defaults().withPort(port);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--" + e.getMessage());
        }
    }

    private static LocalBroker start(Place place, BrokerSettings settings) {
        try {
            return LocalBroker.start(place.directory(), settings);
        } catch (BrokerStartException e) {
            throw new CommandFailure(ExitCode.ERROR, String.valueOf(e.getMessage()), e);
        }
    }

    private void tell(String address, Place place) {
        String version = AppInfoParser.getVersion();
        out().printf("Kafka %s is at %s, its data in %s. Ctrl-C ends it.%n", version, address, place);
        out().printf("Next, in another terminal:%n");
        out().printf("  ./sealstream keygen --out root --name root-1%n");
        out().printf("  ./sealstream init --ledger trial --bootstrap-server %s --root-key root.pub%n", address);
        out().printf("  ./sealstream sealer --ledger trial --bootstrap-server %s --state-dir trial%n", address);
        out().flush();
    }
}

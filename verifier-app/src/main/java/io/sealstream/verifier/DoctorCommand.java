package io.sealstream.verifier;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import io.sealstream.command.ConnectionConfig;
import io.sealstream.command.ConnectionOptions;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.ExitCode;
import io.sealstream.command.LayeredConfig;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerKey;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.verifier.doctor.Cluster;
import io.sealstream.verifier.doctor.Doctor;
import io.sealstream.verifier.doctor.DoctorReport;
import io.sealstream.verifier.doctor.Examination;
import io.sealstream.verifier.doctor.Role;
import io.sealstream.verifier.doctor.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at everything that a ledger needs, and says what to change. */
@Command(
        name = "doctor",
        description = {
            "Look at what a ledger needs, from here and with these credentials: listeners, topics, settings, permissions,"
                    + " clock, keys, lag. Each thing that is not as it should be comes with its fix.",
            "Nothing is written anywhere. A check that cannot look says so, and the others go on. Whether the records are"
                    + " whole is not judged: sealstream verify does."
        },
        exitCodeList = {
            "0:No check failed; there may be warnings.",
            "2:Wrong arguments.",
            "5:At least one check failed.",
        },
        footer = {
            "  sealstream doctor --bootstrap-server localhost:9092",
            "  sealstream doctor --ledger payments --bootstrap-server localhost:9092 --role producer --key till-7.pem"
        })
final class DoctorCommand extends SealstreamCommand implements Configured {
    private enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--ledger",
            paramLabel = "NAME",
            description = "The ledger (ledger); without one, only the cluster is looked at.")
    private @Nullable String ledger;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--role",
            split = ",",
            paramLabel = "producer|sealer|verifier",
            description = "What the permissions must be enough for; by default it is shown what they are enough for.")
    private List<Role> roles = List.of();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "A key, private or public, that the ledger should know. May be given several times.")
    private List<Path> keys = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Of the report (${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Override
    protected ExitCode run() {
        LayeredConfig config = connection.load(layers());
        ConnectionSettings settings = config.connection();
        String name = config.settings().getString(LedgerKey.LEDGER);
        Cluster cluster = new Cluster(
                new KafkaConnection(settings.clientProperties()), settings.timeout(), connection.toolOption());
        Examination examination = new Examination(diagnosis -> {
            if (format == Format.TEXT) {
                out().print(DoctorReport.text(diagnosis, colours()));
                out().flush();
            }
        });
        new Doctor(cluster, name == null ? null : new LedgerTopicNames(name), roles, keys, Clock.systemUTC())
                .examine(examination);
        out().print(
                        format == Format.JSON
                                ? DoctorReport.json(settings.bootstrapServers(), name, examination.diagnoses())
                                : DoctorReport.summary(examination.diagnoses()) + '\n');
        return examination.diagnoses().stream().anyMatch(diagnosis -> diagnosis.status() == Status.FAIL)
                ? ExitCode.ERROR
                : ExitCode.OK;
    }

    @Override
    public ConfigLayers layers() {
        return connection
                .layers(LedgerKey.define(
                        ConnectionConfig.define(),
                        null,
                        "The ledger's name; without one, only the cluster is looked at."))
                .flag(LedgerKey.LEDGER, "--ledger", ledger);
    }
}

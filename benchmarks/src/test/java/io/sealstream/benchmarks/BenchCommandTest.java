package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandCall;
import io.sealstream.command.CommandProcess.Ended;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
    @Test
    void refusesAFigureThatThereIsNot() {
        Ended ended = CommandCall.run(BenchCommand::run, "bench", "--only", "seal.rekorded");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("--only=seal.rekorded", "seal.recorded");
    }

    @Test
    void refusesToMeasureNothing() {
        Ended ended = CommandCall.run(BenchCommand::run, "bench", "--runs", "0");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("--runs=0", "1 to 100");
    }

    @Test
    void refusesAPlaceForThePlotBeforeAnHourOfMeasuring() {
        Ended ended = CommandCall.run(BenchCommand::run, "bench", "--plot", "no/such/directory/latency.svg");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("--plot=no/such/directory/latency.svg");
    }
}

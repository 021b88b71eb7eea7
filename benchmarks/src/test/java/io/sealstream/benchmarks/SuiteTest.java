package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuiteTest {
    private final Suite full = Suite.of(Scale.FULL);

    @Test
    void hasTheFiguresThatAreDocumented() {
        assertThat(full.figures())
                .extracting(Figure::name)
                .contains(
                        "produce",
                        "consume",
                        "copy.eos",
                        "transaction.p50",
                        "transaction.p99",
                        "seal.recorded",
                        "seal.batch",
                        "seal.single",
                        "seal.recorded.10m-ids",
                        "latency.1000.p50",
                        "latency.30000.p99",
                        "verify.topic",
                        "verify.topic.single",
                        "verify.topic.batch",
                        "verify.file",
                        "consume.10m",
                        "verify.topic.10m",
                        "seal.recorded.100k-ids",
                        "restart.kill9.100k",
                        "restart.kill9",
                        "client.latency.1000.p50",
                        "gateway.latency.100.p99",
                        "gateway.stream",
                        "gateway.get",
                        "follower.get",
                        "peer.sqlite.full-batch",
                        "peer.etcd")
                .doesNotHaveDuplicates();
    }

    @Test
    void eachFloorIsAFigure() {
        assertThat(full.figures())
                .extracting(Figure::floor)
                .filteredOn(floor -> floor != null)
                .isSubsetOf(full.figures().stream().map(Figure::name).toList());
    }

    @Test
    void measuresTheFloorsOfWhatIsAskedFor() {
        Set<String> wanted = full.withFloors(Set.of("seal.batch"));

        assertThat(wanted).containsExactlyInAnyOrder("seal.batch", "seal.recorded", "copy.eos");
        assertThat(full.measuring(wanted)).hasSize(3);
    }

    @Test
    void comparesAGatewayWithTheLibrary() {
        assertThat(full.withFloors(Set.of("gateway.latency.1000.p50"))).contains("client.latency.1000.p50");
        assertThat(full.measuring(full.withFloors(Set.of("gateway.latency.1000.p50"))))
                .hasSize(1);
    }

    @Test
    void measuresAllWhereNothingIsAskedFor() {
        assertThat(full.measuring(full.withFloors(Set.of()))).isEqualTo(full.measurements());
    }

    @Test
    void comparesAVerificationWithReadingTheSameTopic() {
        assertThat(full.measuring(full.withFloors(Set.of("verify.topic")))).hasSize(1);
        assertThat(full.measuring(full.withFloors(Set.of("verify.topic.10m")))).hasSize(1);
        assertThat(full.withFloors(Set.of("verify.topic.10m"))).contains("consume.10m");
    }

    @Test
    void leavesOutWhatTakesLongWhereItIsToBeQuick() {
        List<String> quick =
                Suite.of(Scale.QUICK).figures().stream().map(Figure::name).toList();

        assertThat(quick)
                .contains("restart.kill9.100k", "consume", "verify.topic")
                .doesNotContain(
                        "seal.recorded.10m-ids",
                        "seal.recorded.100k-ids",
                        "consume.10m",
                        "verify.topic.10m",
                        "failover.default",
                        "failover.fast",
                        "gateway.stream");
    }

    @Test
    void neverCallsARestartBehindFewEventsOneBehindTenMillion() {
        assertThat(full.figures()).extracting(Figure::name).contains("restart.kill9", "restart.kill9.100k");
        assertThat(Suite.of(Scale.QUICK).figures()).extracting(Figure::name).doesNotContain("restart.kill9");
    }
}

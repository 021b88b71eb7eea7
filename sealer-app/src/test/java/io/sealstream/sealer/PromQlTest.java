package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "up == 0 | up",
                "sum by (ledger, le) (rate(a_bucket{ledger=~\"$ledger\", b!=\"c{d}\"}[5m])) | a_bucket",
                "a > 0 unless on (ledger) max by (ledger) (changes(b[5m])) > 1e9 | a, b",
                "histogram_quantile(0.99, sum(a)) / 1e9 + time() | a",
                "label_values(a{b=\"c\"}, ledger) | a",
                "a or b and c offset 5m | a, b, c",
            })
    void findsMetricsAndNothingElse(String expression, String metrics) {
        assertThat(PromQl.metrics(expression)).containsExactlyInAnyOrder(metrics.split(", "));
    }
}

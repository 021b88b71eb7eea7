package io.sealstream.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.seal.RejectReason;
import io.sealstream.gateway.DocumentedReasons;
import io.sealstream.gateway.DocumentedReasons.Row;
import io.sealstream.gateway.submit.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentedStatusesTest {
    @ParameterizedTest
    @MethodSource("rejections")
    void aRejectionHasTheStatusThatTheDocumentationSays(Row row) {
        Problem problem = Problem.of(Answer.Refused.of(RejectReason.valueOf(row.reason()), "x"));

        assertThat(problem.status().code()).isIn(row.http());
        assertThat(problem.reason()).isEqualTo(row.reason());
        assertThat(problem.retriable()).isEqualTo(row.mayComeAgain());
    }

    static Stream<Row> rejections() {
        List<String> reasons =
                Arrays.stream(RejectReason.values()).map(Enum::name).toList();
        return DocumentedReasons.rows().stream().filter(row -> reasons.contains(row.reason()));
    }
}

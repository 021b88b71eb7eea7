package io.sealstream.gateway.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.gateway.DocumentedReasons;
import io.sealstream.gateway.DocumentedReasons.Row;
import io.sealstream.gateway.submit.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentedCodesTest {
    private static final List<String> REASONS =
            Arrays.stream(RejectReason.values()).map(Enum::name).toList();

    /** A duplicate is no refusal, and the last is of sealers that are newer than the gateway. */
    private static final List<String> NO_ANSWERS = List.of("DUPLICATE", "OTHER");

    @ParameterizedTest
    @MethodSource("rejections")
    void aRejectionHasTheCodeThatTheDocumentationSays(Row row) {
        StatusRuntimeException status = Statuses.of(Answer.Refused.of(RejectReason.valueOf(row.reason()), "x"));

        assertThat(status.getStatus().getCode()).hasToString(row.grpc());
        assertThat(Messages.reason(status)).isEqualTo(row.reason());
    }

    static Stream<Row> rejections() {
        return DocumentedReasons.rows().stream().filter(row -> REASONS.contains(row.reason()));
    }

    @Test
    void eachRejectionIsDocumented() {
        assertThat(REASONS.stream().filter(reason -> !NO_ANSWERS.contains(reason)))
                .isSubsetOf(DocumentedReasons.rows().stream().map(Row::reason).toList());
    }
}

package io.sealstream.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.verify.FaultKind;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    @Test
    void everyMemberIsThere() {
        String json = ReportFormat.JSON.render(
                Reports.tampered(Reports.fault(FaultKind.PAYLOAD_MISMATCH, 16, "another payload")));

        assertThat(json).isEqualTo("""
                {
                  "verdict": "TAMPERED",
                  "source": "topic payments.sealed at localhost:9092",
                  "ledger": "payments",
                  "ledger_id": "1111111111111111111111111111111111111111111111111111111111111111",
                  "size": 40,
                  "head": "2222222222222222222222222222222222222222222222222222222222222222",
                  "root": "3333333333333333333333333333333333333333333333333333333333333333",
                  "last_good_sequence": 15,
                  "first_bad_sequence": 16,
                  "faults": [
                    {
                      "sequence": 16,
                      "offset": 19,
                      "kind": "PAYLOAD_MISMATCH",
                      "expected": "aa",
                      "actual": "bb",
                      "detail": "another payload"
                    }
                  ],
                  "fault_count": 1,
                  "fault_kinds": {
                    "PAYLOAD_MISMATCH": 1
                  },
                  "findings": [
                    {
                      "kind": "UNVERIFIED_CERTIFICATE",
                      "count": 3,
                      "first_sequence": 7,
                      "detail": "KEY_UNKNOWN: no such key"
                    }
                  ],
                  "not_checked": [],
                  "checked": [],
                  "reasons": [],
                  "written_checkpoint": null,
                  "verified_earlier": 0,
                  "seconds": 0.5,
                  "records_per_second": 80
                }
                """);
    }

    @Test
    void whatIsNotKnownIsNull() throws InvalidJsonException {
        ObjectNode json = StrictJson.object(ReportFormat.JSON.render(Reports.unreadable()));

        assertThat(json.get("verdict").textValue()).isEqualTo("ERROR");
        assertThat(json.get("ledger").textValue()).isEqualTo("payments");
        assertThat(json.get("reasons").get(0).textValue()).isEqualTo("no broker answered in time");
        for (String member : new String[] {
            "ledger_id", "size", "head", "root", "last_good_sequence", "first_bad_sequence", "written_checkpoint"
        }) {
            assertThat(json.get(member).isNull()).as(member).isTrue();
        }
    }

    @Test
    void aCheckpointThatWasLeftBehindIsNamed() throws InvalidJsonException {
        ObjectNode json = StrictJson.object(
                ReportFormat.JSON.render(Reports.verified(new WrittenCheckpoint("new.checkpoint", "test+1+AA"))));

        assertThat(json.get("written_checkpoint").get("file").textValue()).isEqualTo("new.checkpoint");
        assertThat(json.get("written_checkpoint").get("vkey").textValue()).isEqualTo("test+1+AA");
    }

    @Test
    void faultsAreListedUpToALimitAndAllAreCounted() throws InvalidJsonException {
        ObjectNode json = StrictJson.object(ReportFormat.JSON.render(Reports.tampered(Reports.many(5_000))));

        assertThat(json.get("faults")).hasSize(1_000);
        assertThat(json.get("fault_count").longValue()).isEqualTo(5_000);
        assertThat(json.get("fault_kinds").get("SIGNATURE_INVALID").longValue()).isEqualTo(5_000);
    }
}

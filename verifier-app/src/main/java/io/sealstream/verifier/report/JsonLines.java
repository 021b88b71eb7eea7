package io.sealstream.verifier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.StrictJson;
import io.sealstream.core.verify.Fault;
import java.time.Duration;

/** The report as a stream: a JSON object a line, whose first member says what it is. Each line has its newline. */
public final class JsonLines {
    private static final String TYPE = "type";

    private JsonLines() {}

    /**
     * How far a run is.
     *
     * @param records that were judged so far
     * @param faults that were found so far
     */
    public static String status(long records, long faults, Duration taken) {
        ObjectNode json = of("status");
        json.put("records", records);
        json.put("fault_count", faults);
        json.put("seconds", JsonReport.seconds(taken));
        json.put("records_per_second", taken.isZero() ? 0 : Math.round(records * 1e9 / taken.toNanos()));
        return PrettyJson.line(json);
    }

    public static String fault(Fault fault) {
        return PrettyJson.line(of("fault").setAll(JsonReport.fault(fault)));
    }

    /** With all members of the JSON report. */
    static String summary(Report report) {
        return PrettyJson.line(of("summary").setAll(JsonReport.object(report)));
    }

    private static ObjectNode of(String type) {
        return StrictJson.newObject().put(TYPE, type);
    }
}

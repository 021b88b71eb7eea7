package io.sealstream.verifier.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.command.OneLine;
import io.sealstream.core.StrictJson;
import io.sealstream.verifier.report.PrettyJson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** How diagnoses are told, to people and to programs. */
public final class DoctorReport {
    private static final int CHECK_WIDTH = 12;

    private DoctorReport() {}

    /** A line, and one more for the fix. */
    public static String text(Diagnosis diagnosis, Ansi colours) {
        String status = coloured(diagnosis.status(), colours)
                + " ".repeat(5 - diagnosis.status().name().length());
        String line = status + ' ' + padded(diagnosis.check()) + ' ' + OneLine.of(diagnosis.detail()) + '\n';
        String fix = diagnosis.fix();
        return fix == null ? line : line + " ".repeat(CHECK_WIDTH + 7) + "fix: " + OneLine.of(fix) + '\n';
    }

    /** As in {@code 12 OK, 1 FAIL}. */
    public static String summary(List<Diagnosis> diagnoses) {
        return Arrays.stream(Status.values())
                .filter(status -> count(diagnoses, status) > 0)
                .map(status -> count(diagnoses, status) + " " + status)
                .collect(Collectors.joining(", "));
    }

    /** One object: {@code address}, {@code ledger}, {@code checks}, and a count for each status. */
    public static String json(String address, @Nullable String ledger, List<Diagnosis> diagnoses) {
        ObjectNode json = StrictJson.newObject();
        json.put("address", address);
        json.put("ledger", ledger);
        ArrayNode checks = json.putArray("checks");
        diagnoses.forEach(diagnosis -> checks.addObject()
                .put("check", diagnosis.check())
                .put("status", diagnosis.status().name())
                .put("detail", diagnosis.detail())
                .put("fix", diagnosis.fix()));
        for (Status status : Status.values()) {
            json.put(status.name().toLowerCase(Locale.ROOT), count(diagnoses, status));
        }
        return PrettyJson.of(json);
    }

    private static long count(List<Diagnosis> diagnoses, Status status) {
        return diagnoses.stream()
                .filter(diagnosis -> diagnosis.status() == status)
                .count();
    }

    private static String coloured(Status status, Ansi colours) {
        return colours.string("@|" + status.style() + ' ' + status + "|@");
    }

    private static String padded(String check) {
        return check + " ".repeat(Math.max(0, CHECK_WIDTH - check.length()));
    }
}

package io.sealstream.verifier.report;

import picocli.CommandLine.Help.Ansi;

/** The forms that a report has. */
public enum ReportFormat {
    TEXT,
    JSON,
    /** A stream of {@link JsonLines}, of which the report is the last one. */
    JSONL,
    JUNIT,
    SARIF;

    /** The report, with a newline at its end. */
    public String render(Report report) {
        return switch (this) {
            case TEXT -> TextReport.render(report);
            case JSON -> JsonReport.render(report);
            case JSONL -> JsonLines.summary(report);
            case JUNIT -> JunitReport.render(report);
            case SARIF -> SarifReport.render(report);
        };
    }

    /** The same as it is shown on standard output: what people read has its verdict in colour. */
    public String show(Report report, Ansi colours) {
        return this == TEXT ? TextReport.show(report, colours) : render(report);
    }
}

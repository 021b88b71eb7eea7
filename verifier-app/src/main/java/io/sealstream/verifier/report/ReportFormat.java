package io.sealstream.verifier.report;

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
}

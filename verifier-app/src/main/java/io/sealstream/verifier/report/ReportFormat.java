package io.sealstream.verifier.report;

/** The forms that a report has. */
public enum ReportFormat {
    TEXT,
    JSON;

    /** The report, with a newline at its end. */
    public String render(Report report) {
        return switch (this) {
            case TEXT -> TextReport.render(report);
            case JSON -> JsonReport.render(report);
        };
    }
}

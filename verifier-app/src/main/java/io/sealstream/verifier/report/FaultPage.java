package io.sealstream.verifier.report;

import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.FaultSummary;
import java.util.Locale;
import java.util.stream.Collectors;

/** The faults, for people: how many of each kind, then the first ones with their evidence. */
final class FaultPage {
    private static final int SHOWN = 20;
    private static final String EVIDENCE = "expected  ";

    private final Page page;
    private final String unit;

    /** @param unit what a record's place is called here: offset or line */
    FaultPage(Page page, String unit) {
        this.page = page;
        this.unit = unit;
    }

    void add(FaultSummary faults) {
        if (faults.isEmpty()) {
            return;
        }
        page.blank().line("Faults (" + kinds(faults) + ")");
        faults.listed().stream().limit(SHOWN).forEach(this::add);
        long more = faults.total() - Math.min(SHOWN, faults.listed().size());
        if (more > 0) {
            page.indented(
                    2, "", count(more) + " more; --format json lists the first " + count(FaultSummary.MAX_LISTED));
        }
    }

    private static String kinds(FaultSummary faults) {
        return faults.counts().entrySet().stream()
                .map(entry -> count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private void add(Fault fault) {
        page.indented(2, "", fault.kind() + where(fault) + ": " + fault.detail());
        if (fault.expected() != null) {
            page.indented(6, EVIDENCE, fault.expected());
        }
        if (fault.actual() != null) {
            page.indented(6, Page.pad("actual", EVIDENCE.length()), fault.actual());
        }
    }

    private String where(Fault fault) {
        String place = Place.of(fault, unit);
        return place.isEmpty() ? "" : " at " + place;
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

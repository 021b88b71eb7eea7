package io.sealstream.verifier.run;

import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FindingKind;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.verifier.report.NotChecked;
import java.util.Optional;

/** What can be said of the records: what was looked at in them, and what was not. */
final class RecordCoverage {
    private static final FaultKind[] NEED_A_GENESIS = {
        FaultKind.CERTIFICATE_MISSING,
        FaultKind.KEY_UNKNOWN,
        FaultKind.KEY_REVOKED,
        FaultKind.KEY_NOT_AUTHORIZED,
        FaultKind.SIGNATURE_INVALID,
        FaultKind.CONTROL_INVALID,
        FaultKind.KEY_REUSED,
        FaultKind.TOPIC_REPLACED
    };

    private final Coverage coverage;
    private final boolean verifiesSignatures;

    private RecordCoverage(Coverage coverage, boolean verifiesSignatures) {
        this.coverage = coverage;
        this.verifiesSignatures = verifiesSignatures;
    }

    static void tell(
            Optional<Genesis> genesis,
            VerificationResult result,
            long payloadsElsewhere,
            boolean verifiesSignatures,
            Coverage coverage) {
        if (result.records() == 0) {
            coverage.doubt(Doubt.NO_RECORD, "there is no record at all");
            return;
        }
        coverage.payloadsElsewhere(payloadsElsewhere);
        new RecordCoverage(coverage, verifiesSignatures).tell(genesis, result);
    }

    private void tell(Optional<Genesis> genesis, VerificationResult result) {
        tellRead(result.records() - coverage.verifiedEarlier());
        genesis.ifPresentOrElse(
                this::tellCertificates,
                () -> coverage.notChecked(NotChecked.of(
                        "Certificates and control events: the ledger does not begin with a good genesis, so its keys "
                                + "are unknown.",
                        NEED_A_GENESIS)));
        if (coverage.payloadsElsewhere() > 0) {
            coverage.notChecked(NotChecked.of("The payloads of " + coverage.payloadsElsewhere()
                    + " events, which are kept elsewhere: the ledger holds their commitments."));
        }
        if (!result.unsupportedAlgorithms().isEmpty()) {
            String names = String.join(", ", result.unsupportedAlgorithms());
            coverage.notChecked(NotChecked.of("What needs " + names + "."));
            coverage.doubt(Doubt.ALGORITHM_UNSUPPORTED, "this version cannot check " + names + "; use one that can");
        }
    }

    private void tellRead(long records) {
        if (goesOn()) {
            coverage.checked("That the last record of the earlier run is there still.");
        }
        if (records > 0) {
            checked(records
                    + " %srecords: order, links, hashes, payloads, fields, times, intake positions, event ids.");
        }
    }

    private void tellCertificates(Genesis genesis) {
        if (!verifiesSignatures && genesis.certification() != Certification.NONE) {
            coverage.notChecked(NotChecked.of(
                    "The signatures in the certificates of ordinary events: they were left out (--signatures skip).",
                    FaultKind.SIGNATURE_INVALID,
                    FindingKind.UNVERIFIED_CERTIFICATE));
        }
        switch (genesis.certification()) {
            case REQUIRED ->
                checked(
                        verifiesSignatures
                                ? "The certificate of every %sevent, and what each control event may do."
                                : "That every %sevent has a certificate, of a key that may certify it; and the certificates"
                                        + " of control events, and what each may do.");
            case RECORDED -> {
                checked("The certificates of %scontrol events, and what each may do.");
                coverage.notChecked(NotChecked.of(
                        "That ordinary events are certified: this ledger only records their certificates, so "
                                + "one that does not verify is a finding."));
            }
            case NONE -> {
                checked("The certificates of %scontrol events, and what each may do.");
                coverage.notChecked(NotChecked.of("The certificates of ordinary events: this ledger asks for none."));
            }
        }
    }

    /** @param line with a place for what restricts it to the records that were read */
    private void checked(String line) {
        coverage.checked(String.format(line, goesOn() ? "new " : ""));
    }

    private boolean goesOn() {
        return coverage.verifiedEarlier() > 0;
    }
}

package io.sealstream.core.verify;

import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.SealedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rebuilds what control events have laid down from those that were found good before. */
final class GovernanceReplay {
    private GovernanceReplay() {}

    /** @return null where there is no genesis among them */
    static @Nullable Governance of(List<SealedEvent> controlEvents, CertificateVerifier verifier, Notes notes) {
        Governance governance = null;
        for (SealedEvent event : controlEvents) {
            ControlEvent control = read(event);
            if (control instanceof Genesis genesis) {
                governance = new Governance(genesis, event);
            } else if (governance != null) {
                governance.apply(control, event);
            } else {
                throw new IllegalArgumentException("sequence " + event.sequence() + " comes before the genesis;"
                        + " give all control events from the first record on");
            }
        }
        if (governance != null) {
            governance.keys().publicKeys().stream()
                    .filter(key -> verifier.allows(key) == CertificateVerifier.Answer.UNSUPPORTED)
                    .forEach(key -> notes.unsupported(key.algorithm().jsonName()));
        }
        return governance;
    }

    private static ControlEvent read(SealedEvent event) {
        boolean isControl = event.event().eventType().isControl();
        if (isControl && ControlPayload.read(event.event()) instanceof ControlPayload.Valid(ControlEvent control)) {
            return control;
        }
        throw new IllegalArgumentException("sequence " + event.sequence() + " is no control event that was ever valid;"
                + " rebuild the store that it is from");
    }
}

package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertificateVerifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one decoded record after the other by all the rules, and lets good control events take effect. */
final class EventJudge {
    private final CertificateVerifier verifier;
    private final VerificationOptions options;
    private final Notes notes;
    private final GenesisCheck genesisCheck;
    private final ControlCheck controlCheck;
    private final CertificateCheck certificateCheck;
    /** Set once. Threads that prepare records look at it. */
    private volatile @Nullable ChainCheck chain;

    private @Nullable Governance governance;

    /**
     * @param chain what was found out from the records before, or null where there were none
     * @param governance what the records before have laid down, or null where that is nothing
     */
    EventJudge(
            CertificateVerifier verifier,
            VerificationOptions options,
            Notes notes,
            @Nullable ChainCheck chain,
            @Nullable Governance governance) {
        this.verifier = verifier;
        this.options = options;
        this.notes = notes;
        this.genesisCheck = new GenesisCheck(verifier, notes);
        this.controlCheck = new ControlCheck(verifier, notes);
        this.certificateCheck = new CertificateCheck(notes);
        this.chain = chain;
        this.governance = governance;
    }

    /**
     * @param leaf of the Merkle tree
     * @param open what is left to do
     */
    record Judged(Hash leaf, Optional<SignatureCheck> open) {}

    /** @param before the record just read; null where {@code lone} is the first */
    Judged judge(PreparedRecord.Lone lone, @Nullable LastRecord before, RecordFaults faults) {
        ReadEvent event = lone.event();
        OrderCheck.check(event, before, faults);
        faults.addAll(lone.ofContent());
        TimeCheck.check(event, before, faults);
        IntakeCheck.check(event, before, faults);
        faults.addAll(lone.ofFrame());
        Hash leaf = checkChain(lone, faults);
        if (!lone.eventId().add()) {
            faults.add(
                    FaultKind.DUPLICATE_EVENT_ID,
                    "event_id \"" + event.event().eventId() + "\" occurred in an earlier record");
        }
        if (before == null && event.sequence().isGenesis()) {
            judgeGenesis(event, faults);
            return new Judged(leaf, Optional.empty());
        }
        GenesisCheck.checkLater(event, faults);
        return new Judged(leaf, governance == null ? Optional.empty() : judgeBy(governance, event, faults));
    }

    private Hash checkChain(PreparedRecord.Lone lone, RecordFaults faults) {
        ReadEvent event = lone.event();
        ChainCheck known = chain;
        if (known == null) {
            known = ChainCheck.ofFirst(event, options.chainHashes());
            chain = known;
        }
        HeaderHashes hashes = lone.hashes() == null ? known.hashes(event) : lone.hashes();
        known.check(event, hashes, notes, faults);
        return hashes.leaf();
    }

    /** Null before the first record that could be decoded. Any thread may ask. */
    @Nullable
    ChainCheck chain() {
        return chain;
    }

    /** What the control events so far have laid down. Null where the ledger does not begin with a good genesis. */
    @Nullable
    Governance governance() {
        return governance;
    }

    private void judgeGenesis(ReadEvent event, RecordFaults faults) {
        Optional<Genesis> genesis = genesisCheck.checkFirst(event, faults);
        if (genesis.isPresent() && !faults.hasOwn()) {
            governance = new Governance(genesis.get(), event.sealed());
        }
    }

    private Optional<SignatureCheck> judgeBy(Governance rules, ReadEvent event, RecordFaults faults) {
        Optional<SignatureCheck> signature = certificateCheck.check(event, rules, faults);
        ControlPayload control = event.control();
        if (control == null) {
            return signature.filter(check -> options.signatures().include(rules.certification()));
        }
        // Control events lay down by what rules the next record is judged, so theirs are verified at once and always.
        signature.ifPresent(check -> check.tell(check.answer(verifier), notes));
        controlCheck.check(event, control, rules.keys(), faults);
        if (control instanceof ControlPayload.Valid valid && !faults.hasOwn()) {
            rules.apply(valid.control(), event.sealed());
        }
        return Optional.empty();
    }
}

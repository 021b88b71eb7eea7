package io.sealstream.verifier;

import io.sealstream.core.event.EventId;
import io.sealstream.verifier.ids.KeptEventIds;
import io.sealstream.verifier.state.DamagedStateException;
import io.sealstream.verifier.state.SavedState;
import io.sealstream.verifier.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Event ids that no record has, in a saved state: as many as a longer ledger would have left. */
final class MadeUpIds {
    private MadeUpIds() {}

    /** Adds them to the state in {@code directory} until it has {@code count} in all. */
    static void fillUp(Path directory, long count) {
        try (StateDirectory state = StateDirectory.open(directory)) {
            SavedState saved = state.load().orElseThrow();
            try (KeptEventIds ids = state.eventIds(saved)) {
                for (long number = saved.size(); number < count; number++) {
                    var unused = ids.claim(new EventId("made-up-" + number)).add();
                }
                state.save(withIds(saved, state.keep(ids)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DamagedStateException e) {
            throw new AssertionError(e);
        }
    }

    private static SavedState withIds(SavedState saved, List<SavedState.Ids> ids) {
        return new SavedState(
                saved.rules(),
                saved.origin(),
                saved.topic(),
                saved.logStart(),
                saved.verifiesSignatures(),
                saved.verification(),
                saved.controlEvents(),
                saved.lastOffset(),
                saved.last(),
                saved.payloadsElsewhere(),
                ids);
    }
}

package io.sealstream.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All sealers of a run, with the log of each. */
final class Sealers implements AutoCloseable {
    private final SoakLedger ledger;
    private final Path logs;
    private final List<SealerProcess> all = new ArrayList<>();

    Sealers(SoakLedger ledger, Path logs) {
        this.ledger = ledger;
        this.logs = logs;
    }

    SealerProcess start(String place) throws IOException {
        Path log = logs.resolve(String.format("sealer-%03d-%s.log", all.size() + 1, place));
        SealerProcess started = SealerProcess.start(ledger, place, log);
        all.add(started);
        return started;
    }

    /** The logs of those that refused to go on. */
    List<Path> degraded() {
        return all.stream()
                .filter(sealer -> sealer.log().contains("DEGRADED"))
                .map(SealerProcess::logFile)
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        for (SealerProcess sealer : all) {
            sealer.kill();
        }
    }
}

package io.sealstream.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Kills the one of two sealers that is at work, in the middle of a transaction: it has sealed and rejected and moved the
 * head, and has not committed. No plain kill is sure to meet that, so the sealer is paused at random moments first, and
 * goes on where nothing is open.
 */
final class FailOver {
    static final String IN_A_TRANSACTION = "killed in a transaction";
    static final String ENDED_BY_THE_OTHER = "killed in a transaction, which the other one ended";

    private static final Duration UNTIL_THE_NEXT_LOOK = Duration.ofMillis(200);

    private final SoakLedger ledger;
    private final Load load;
    private final Tally tally;
    private final Random random;

    FailOver(SoakLedger ledger, Load load, Tally tally, Random random) {
        this.ledger = ledger;
        this.load = load;
        this.tally = tally;
        this.random = random;
    }

    /**
     * The sealer that is left.
     *
     * @param since when the other one had stopped
     * @param ended the transactions that this one had ended before
     */
    record Left(SealerProcess sealer, Instant since, long ended) {}

    /** Where no such moment comes within {@code limit}, the sealer at work is killed all the same, and not counted. */
    Left inflict(SealerProcess first, SealerProcess second, Duration limit) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(limit);
        try (OpenTransactions transactions = new OpenTransactions(ledger)) {
            while (true) {
                load.work(Duration.ofMillis(random.nextLong(UNTIL_THE_NEXT_LOOK.toMillis())));
                SealerProcess atWork = second.beganBehind() > first.beganBehind() ? second : first;
                SealerProcess other = atWork == first ? second : first;
                Instant stopped = pause(atWork);
                if (transactions.hasOneInAll()) {
                    tally.count(IN_A_TRANSACTION);
                    return kill(atWork, other, stopped);
                } else if (stopped.isAfter(until)) {
                    return kill(atWork, other, stopped);
                }
                atWork.resume();
            }
        }
    }

    private static Instant pause(SealerProcess sealer) {
        sealer.pause();
        return Instant.now();
    }

    private static Left kill(SealerProcess atWork, SealerProcess other, Instant stopped) throws InterruptedException {
        atWork.kill();
        return new Left(other, stopped, other.ended());
    }

    /** To be asked once sealing goes on: whoever is given the intake ends what is open before it seals. */
    void tellWhatWasEnded(Left left) {
        if (left.sealer().ended() > left.ended()) {
            tally.count(ENDED_BY_THE_OTHER);
        }
    }
}

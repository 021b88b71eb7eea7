package io.sealstream.soak.check;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** Each hash is what the bytes give, each record names the one before, and the tree over them is the verifier's. */
final class ChainAndTree implements Check {
    private static final String BEFORE_THE_GENESIS = "0".repeat(64);

    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        String previous = BEFORE_THE_GENESIS;
        long sealedAt = 0;
        long intakeOffset = -1;
        for (SealedLine line : ledger.lines()) {
            String where = " at sequence " + line.sequence();
            require(line.previousHash().equals(previous), "the chain is broken" + where, violated);
            require(line.computedHash().equals(line.eventHash()), "the event hash is wrong" + where, violated);
            require(line.isPayloadWhole(), "the payload is another one" + where, violated);
            require(line.sealedAt() >= sealedAt, "the time falls" + where, violated);
            require(
                    line.sequence() == 0 || line.intakeOffset() > intakeOffset,
                    "the intake runs back" + where,
                    violated);
            previous = line.eventHash();
            sealedAt = line.sealedAt();
            intakeOffset = line.intakeOffset();
        }
        String root = root(ledger.lines());
        require(
                root.equals(evidence.report().root()),
                "the tree's root is " + root + ", to the verifier "
                        + evidence.report().root(),
                violated);
    }

    private static String root(List<SealedLine> lines) {
        List<byte[]> leaves = lines.stream()
                .map(line -> HexFormat.of().parseHex(line.computedHash()))
                .toList();
        return HexFormat.of().formatHex(TreeRoot.of(leaves));
    }

    private static void require(boolean holds, String otherwise, Consumer<String> violated) {
        if (!holds) {
            violated.accept(otherwise);
        }
    }
}

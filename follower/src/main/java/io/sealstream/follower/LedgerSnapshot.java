package io.sealstream.follower;

import io.sealstream.core.seal.LedgerSettings;

/** What others see of a ledger that is being followed; replaced as a whole. */
record LedgerSnapshot(LedgerSettings settings, Followed followed) {}

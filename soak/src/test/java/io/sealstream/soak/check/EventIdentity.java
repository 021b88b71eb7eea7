package io.sealstream.soak.check;

/** An event, as far as the ledger tells it from others: the same id with another digest is a conflict. */
record EventIdentity(String eventId, String eventDigest) {}

package io.sealstream.gateway.limit;

/** What people are told goes in headers too, and can quote what a caller sent. */
public final class Details {
    /** Of characters: as percent-encoded UTF-8, and once more in base64, still within a client's usual 8 KiB. */
    private static final int LONGEST = 400;

    private Details() {}

    /** {@code detail}, cut where it is too long. */
    public static String bounded(String detail) {
        return detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + " …";
    }
}

package io.sealstream.core.policy;

/** Text of any origin that has a UTF-8 form, a bounded length, and no control characters. */
final class BoundedText {
    private static final int REPLACEMENT = 0xFFFD;

    private BoundedText() {}

    static String of(String text, int maxLength) {
        String shown = text.substring(0, Math.min(text.length(), maxLength + 1))
                .codePoints()
                .map(c -> isShown(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (shown.length() <= maxLength) {
            return shown;
        }
        int end = maxLength - (Character.isHighSurrogate(shown.charAt(maxLength - 2)) ? 2 : 1);
        return shown.substring(0, end) + '…';
    }

    /** A code point is a surrogate only where that stands alone, and then it has no UTF-8 form. */
    private static boolean isShown(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}

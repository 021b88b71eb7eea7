package io.sealstream.verifier.report;

/** Text of any origin as XML 1.0 can hold it. Escaping is the writer's. */
final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** What XML 1.0 (production 2, Char) has no way to write, not even as a reference, becomes U+FFFD. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isAllowed(character) ? character : REPLACEMENT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isAllowed(int character) {
        if (character < 0x20) {
            return character == '\t' || character == '\n' || character == '\r';
        }
        return character < 0xD800 || (character > 0xDFFF && character != 0xFFFE && character != 0xFFFF);
    }
}

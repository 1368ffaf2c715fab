package dev.spoolmark.core;

/// The byte order mark that some editors write at the start of a file. It is not part of the text.
public final class ByteOrderMark {

    private static final String MARK = "\ufeff";

    private ByteOrderMark() {}

    /// The text without a leading byte order mark.
    public static String strip(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}

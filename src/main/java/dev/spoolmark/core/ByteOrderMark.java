package dev.spoolmark.core;

/// The mark that editors on Windows put at the beginning of a file. It is no part of the text.
public final class ByteOrderMark {

    private static final String MARK = "\ufeff";

    private ByteOrderMark() {}

    /// The text without the mark, where it begins with one.
    public static String strip(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}

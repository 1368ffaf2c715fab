package dev.spoolmark.transfer.file;

import java.util.regex.Pattern;

/// Text without the characters that no database stores: NUL and lone surrogates.
final class StorableText {

    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");

    private StorableText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return NOT_STORABLE.matcher(text).replaceAll("");
            }
        }
        return text;
    }
}

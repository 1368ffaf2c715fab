package dev.spoolmark.core;

import java.math.BigDecimal;

/// Parses numbers with the digits `0` to `9`. The methods of the JDK also accept the digits of other scripts.
public final class AsciiNumber {

    private AsciiNumber() {}

    /// @throws NumberFormatException for anything else
    public static int parseInt(String text) {
        return Integer.parseInt(checked(text));
    }

    /// @throws NumberFormatException for anything else
    public static long parseLong(String text) {
        return Long.parseLong(checked(text));
    }

    /// @throws NumberFormatException for anything else
    public static BigDecimal parseDecimal(String text) {
        return new BigDecimal(checked(text));
    }

    private static String checked(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > '~') {
                throw new NumberFormatException("not a decimal number");
            }
        }
        return text;
    }
}

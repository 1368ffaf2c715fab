package dev.spoolmark.core;

import java.math.BigDecimal;

/// Reads numbers as they are written on the wire and in files: with the digits `0` to `9`. The methods of the JDK
/// take the digits of every script.
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

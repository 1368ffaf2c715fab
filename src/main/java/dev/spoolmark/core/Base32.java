package dev.spoolmark.core;

import java.security.SecureRandom;

/// Base 32 as RFC 4648 defines it: the letters and the digits 2 to 7, which nobody confuses.
public final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Base32() {}

    /// The encoding of `bytes`, without padding.
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << Byte.SIZE) | (next & 0xFF);
            bits += Byte.SIZE;
            for (; bits >= BITS; bits -= BITS) {
                text.append(ALPHABET.charAt((buffer >>> (bits - BITS)) & MASK));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - bits)) & MASK));
        }
        return text.toString();
    }

    /// Random text of this length, 5 bits each character.
    public static String random(int characters) {
        StringBuilder text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}

package dev.spoolmark.account;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Formats of API keys, and when two keys are the same (`docs/security.md#sec-t1`).
final class ApiKeys {

    private static final int MIN_LENGTH = 16;
    private static final int MIN_HEX_LENGTH = 32;
    private static final int MAX_LENGTH = 64;
    private static final int NEW_BYTES = 20;
    private static final int VISIBLE_CHARACTERS = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeys() {}

    /// The format of the keys of the original v1 service, accepted without registration.
    static boolean isHexKey(String key) {
        return key.length() >= MIN_HEX_LENGTH && key.length() <= MAX_LENGTH && isEach(key, HexFormat::isHexDigit);
    }

    /// The format of keys that can be registered: clients may have keys of other formats built in.
    static boolean isWellFormed(String key) {
        return key.length() >= MIN_LENGTH && key.length() <= MAX_LENGTH && isEach(key, ApiKeys::isKeyCharacter);
    }

    /// Hexadecimal digits are compared without case; all other keys with case.
    static String canonical(String key) {
        return isEach(key, HexFormat::isHexDigit) ? key.toLowerCase(Locale.ROOT) : key;
    }

    static String masked(String key) {
        return key.substring(0, Math.min(VISIBLE_CHARACTERS, key.length())) + "...";
    }

    /// A random key of 40 hexadecimal digits, as v1 documents its keys.
    static String next() {
        byte[] bytes = new byte[NEW_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Without a regular expression, since it runs for every request.
    private static boolean isEach(String key, IntPredicate kind) {
        for (int i = 0; i < key.length(); i++) {
            if (!kind.test(key.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKeyCharacter(int c) {
        return UserNameRules.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}

package dev.spoolmark.account;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntPredicate;

/// What an application's key may look like, and when two are the same (`docs/security.md#sec-t1`).
final class ApiKeys {

    private static final int SHORTEST = 16;
    private static final int SHORTEST_HEX = 32;
    private static final int LONGEST = 64;
    private static final int NEW_BYTES = 20;
    private static final int SHOWN = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeys() {}

    /// The form of the keys that v1 gave out, accepted without registration.
    static boolean isHexKey(String key) {
        return key.length() >= SHORTEST_HEX && key.length() <= LONGEST && isEach(key, HexFormat::isHexDigit);
    }

    /// What may be registered: an operator may know of clients with keys of other forms.
    static boolean isWellFormed(String key) {
        return key.length() >= SHORTEST && key.length() <= LONGEST && isEach(key, ApiKeys::isKeyCharacter);
    }

    /// Hex digits mean the same in either case; in any other key the case counts.
    static String canonical(String key) {
        return isEach(key, HexFormat::isHexDigit) ? key.toLowerCase(Locale.ROOT) : key;
    }

    static String masked(String key) {
        return key.substring(0, Math.min(SHOWN, key.length())) + "...";
    }

    /// Forty hex digits, as v1 documents its keys.
    static String next() {
        byte[] bytes = new byte[NEW_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// By hand, since every request comes past here.
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

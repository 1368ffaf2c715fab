package dev.spoolmark.account;

import dev.spoolmark.core.ValueLimits;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Formats of user names and e-mail addresses, and when two of them are the same.
final class UserNameRules {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}<>,;\"]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})*");

    /// Path segments of v2 that occur in the place of a user name (`docs/security.md#input-limits`).
    private static final Set<String> RESERVED = Set.of(
            "me",
            "likes",
            "settings",
            "requests",
            "hidden",
            "blocked",
            "saved-filters",
            "reactions",
            "avatar",
            "set-cover",
            "syncs");

    private UserNameRules() {}

    static boolean isName(String name) {
        return name.length() >= ValueLimits.SHORTEST_USER_NAME
                && name.length() <= ValueLimits.USER_NAME
                && name.chars().allMatch(UserNameRules::isNameCharacter);
    }

    static boolean isFree(String name) {
        return !RESERVED.contains(key(name));
    }

    static boolean isEmail(String email) {
        return email.codePointCount(0, email.length()) <= ValueLimits.EMAIL
                && EMAIL.matcher(email).matches();
    }

    /// The form in which names are unique, the same as in URLs: `a.b`, `a_b` and `A-B` have the same key.
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.chars().forEach(c -> key.append(isSeparator(c) ? '-' : (char) lower(c)));
        return key.toString();
    }

    static String emailKey(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /// A Latin letter or digit; others would allow two names that look alike.
    static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isNameCharacter(int c) {
        return isLetterOrDigit(c) || isSeparator(c);
    }

    private static boolean isSeparator(int c) {
        return c == '.' || c == '_' || c == '-';
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
}

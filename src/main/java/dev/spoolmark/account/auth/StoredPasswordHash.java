package dev.spoolmark.account.auth;

import dev.spoolmark.core.AsciiNumber;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The stored form of a password: `v1sha1$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
///
/// The prefix states what was hashed, so that other schemes can be added later.
final class StoredPasswordHash {

    private static final Pattern FORMAT =
            Pattern.compile("v1sha1\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Argon2CostParameters cost;
    private final byte[] salt;
    private final byte[] hash;

    StoredPasswordHash(Argon2CostParameters cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt.clone();
        this.hash = hash.clone();
    }

    static StoredPasswordHash parse(String stored) {
        Matcher form = FORMAT.matcher(stored);
        if (!form.matches()) {
            throw new IllegalArgumentException("a kept password has no form this server knows");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new StoredPasswordHash(cost(form), base64.decode(form.group(4)), base64.decode(form.group(5)));
    }

    private static Argon2CostParameters cost(Matcher form) {
        return new Argon2CostParameters(
                AsciiNumber.parseInt(form.group(1)),
                AsciiNumber.parseInt(form.group(2)),
                AsciiNumber.parseInt(form.group(3)));
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.format(
                Locale.ROOT,
                "v1sha1$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
                cost.memory(),
                cost.passes(),
                cost.lanes(),
                base64.encodeToString(salt),
                base64.encodeToString(hash));
    }

    Argon2CostParameters cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] hash() {
        return hash.clone();
    }
}

package dev.spoolmark.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a mail is about.
public enum MailKind {

    /// A link for a new password.
    PASSWORD_RESET,

    /// Notices about a change of the account.
    PASSWORD_CHANGED,
    EMAIL_CHANGED,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF;

    /// The name in the database.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MailKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}

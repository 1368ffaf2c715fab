package dev.spoolmark.openid;

import java.util.Locale;

/// Why a user is sent to the provider.
public enum SignInPurpose {

    /// To sign in.
    SIGN_IN,

    /// To link the identity to the account of the session.
    LINK,

    /// To prove their identity again before something sensitive.
    CONFIRM,

    /// The same, with a form that is sent afterwards. The path where the browser continues contains it.
    CONFIRM_FORM;

    boolean isConfirmation() {
        return this == CONFIRM || this == CONFIRM_FORM;
    }

    /// The name in the database.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignInPurpose ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}

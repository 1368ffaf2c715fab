package dev.spoolmark.audit;

import java.util.Locale;

/// What the security log tells of (`SEC-L8`).
public enum Deed {
    ACCOUNT_ADDED,
    PASSWORD_CHANGED,
    SETTINGS_CHANGED,

    /// The right password, found out anew; what is known from before is not told again.
    SIGNED_IN,

    /// A wrong password, or a right one for somebody who is shut out.
    SIGN_IN_FAILED,

    /// An attempt that came too soon after others (`security.md` 4.2); nothing was tried.
    SIGN_IN_PUT_OFF,

    KEY_ADDED,
    KEY_BLOCKED,
    KEY_LET_IN;

    /// As it is stored and shown.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

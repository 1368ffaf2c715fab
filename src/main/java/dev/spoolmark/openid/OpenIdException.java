package dev.spoolmark.openid;

import java.util.Locale;

/// A sign-in with the provider that failed.
///
/// The message is for the log of the operator. It contains no token, code or secret.
public final class OpenIdException extends RuntimeException {

    private final transient Reason reason;
    private final transient boolean isFormLost;

    OpenIdException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        isFormLost = false;
    }

    private OpenIdException(OpenIdException cause, boolean isFormLost) {
        super(cause.getMessage(), cause);
        reason = cause.reason;
        this.isFormLost = isFormLost;
    }

    /// Why it failed, as far as the user needs to know.
    public enum Reason {

        /// The provider cannot be reached, or its documents cannot be used.
        UNAVAILABLE,

        /// The response belongs to no open request of this browser: too old, used already, or of another browser.
        EXPIRED,

        /// The user or the provider declined.
        DENIED,

        /// The provider did not accept the code, or the ID token is invalid.
        REJECTED,

        /// No account is linked to the identity.
        UNKNOWN_USER,

        /// The identity is linked to another account, or the account to another identity.
        LINKED_ELSEWHERE,

        /// The linked account is disabled.
        DISABLED,

        /// Another user signed in at the provider or on this server meanwhile.
        OTHER_USER,

        /// The provider did not ask for the password again.
        NOT_RECENT;

        /// The name in texts: `unknown_user`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Reason reason() {
        return reason;
    }

    /// Whether a form was to be sent after this sign-in.
    public boolean isFormLost() {
        return isFormLost;
    }

    /// The same failure, of a request whose purpose is known.
    OpenIdException during(SignInPurpose purpose) {
        return new OpenIdException(this, purpose == SignInPurpose.CONFIRM_FORM);
    }

    static OpenIdException unavailable(String message) {
        return new OpenIdException(Reason.UNAVAILABLE, message);
    }

    static OpenIdException rejected(String message) {
        return new OpenIdException(Reason.REJECTED, message);
    }
}

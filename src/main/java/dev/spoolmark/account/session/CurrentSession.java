package dev.spoolmark.account.session;

import dev.spoolmark.account.Account;
import dev.spoolmark.core.ClockSkew;
import java.time.Duration;
import java.time.Instant;

/// The session of a request, and whose it is.
///
/// @param account at most 5 s old
/// @param at the time of the request
public record CurrentSession(Account account, Session session, SessionToken token, Instant at) {

    /// The value that each form of this session carries (`docs/security.md#sec-o7`).
    public String csrfToken() {
        return token.csrfToken();
    }

    /// Whether a form sent the value of this session. Compares in constant time.
    public boolean isCsrfToken(String sent) {
        return token.isCsrfToken(sent);
    }

    /// Whether the user proved their identity within this time. If not, the page asks for the password again.
    ///
    /// @param within [Sessions#SENSITIVE_ACTION] or [Sessions#ADMINISTRATION]
    public boolean isVerifiedWithin(Duration within) {
        Instant verified = session.verifiedAt();
        return !ClockSkew.isAhead(verified, at) && at.isBefore(verified.plus(within));
    }
}

package dev.spoolmark.oauth;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.LoginAttemptLog;
import dev.spoolmark.core.ClientNetwork;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Counts refused codes, tokens and secrets in the security log, by user, network and minute.
final class RefusalLog {

    private final LoginAttemptLog attempts;

    RefusalLog(LoginAttemptLog attempts) {
        this.attempts = attempts;
    }

    /// The exception to throw, after the refusal was counted.
    ///
    /// @param user whose code or token it is; null when that is not known
    OAuthException refused(@Nullable UserId user, InetAddress from, String description) {
        note(user, from);
        return OAuthException.invalidGrant(description);
    }

    void note(@Nullable UserId user, InetAddress from) {
        attempts.count(AuditAction.TOKEN_REFUSED, user == null ? Audit.NOBODY : user.value(), ClientNetwork.of(from));
    }
}

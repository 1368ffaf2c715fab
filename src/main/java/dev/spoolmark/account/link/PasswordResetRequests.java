package dev.spoolmark.account.link;

import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.mail.MailKind;
import dev.spoolmark.mail.MailQueue;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;

/// Visitors who forgot the password ask for a link by mail (`docs/security.md#password-rules`).
///
/// What they see is the same, after the same time, whether there is such an account: it is looked up when the mail is
/// sent.
public final class PasswordResetRequests {

    /// From one network: 5 at once, then one in 12 minutes.
    private static final RateLimit LIMIT = new RateLimit(5, Duration.ofMinutes(12));

    private final MailQueue mails;
    private final KeyedRateLimiter<ClientNetwork> limiter;

    public PasswordResetRequests(MailQueue mails, InstantSource clock) {
        this.mails = mails;
        this.limiter = new KeyedRateLimiter<>(LIMIT, clock);
    }

    /// Whether the server can send mails.
    public boolean isAvailable() {
        return mails.isEnabled();
    }

    /// @param nameOrEmail as it was typed
    /// @param language tag of the language of the visitor
    /// @throws ProblemException with [Problem.Overloaded] if there were too many requests from this network
    public void request(String nameOrEmail, String language, InetAddress client) {
        Duration wait = limiter.tryAcquire(ClientNetwork.of(client));
        if (wait.isPositive()) {
            throw new ProblemException(new Problem.Overloaded(wait));
        }
        mails.addForVisitor(MailKind.PASSWORD_RESET, nameOrEmail, language);
    }
}

package dev.spoolmark.account.auth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.LoginAttemptLog;
import dev.spoolmark.core.ClientNetwork;
import java.time.Duration;

/// Limits guesses of second factors as passwords are limited, but counts them apart for each account: users who do
/// not know the password cannot delay those who do (`docs/security.md#guessing`).
final class SecondFactorThrottle {

    private final LoginThrottle throttle;
    private final LoginAttemptLog attempts;

    SecondFactorThrottle(LoginThrottle throttle, LoginAttemptLog attempts) {
        this.throttle = throttle;
        this.attempts = attempts;
    }

    /// Time until the next code may be tried; zero or negative if one may be.
    Duration untilNext(Account account, ClientNetwork from) {
        Duration wait = throttle.untilNext(key(account), from);
        if (wait.isPositive()) {
            note(AuditAction.SIGN_IN_THROTTLED, account, from);
        }
        return wait;
    }

    void failed(Account account, ClientNetwork from) {
        throttle.failed(key(account), from);
        note(AuditAction.SIGN_IN_FAILED, account, from);
    }

    void succeeded(Account account, ClientNetwork from) {
        throttle.succeeded(key(account), from);
    }

    private void note(AuditAction action, Account account, ClientNetwork from) {
        attempts.count(action, account.id().value(), Actor.web(from));
    }

    private static long key(Account account) {
        return -account.id().value();
    }
}

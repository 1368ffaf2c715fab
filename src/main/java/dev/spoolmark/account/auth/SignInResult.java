package dev.spoolmark.account.auth;

import dev.spoolmark.account.Account;
import java.time.Duration;

/// The outcome of a step of sign-in on pages.
public sealed interface SignInResult {

    /// The user has proved their identity.
    record SignedIn(Account account) implements SignInResult {}

    /// The name is unknown, the account is disabled, or the password or the code is wrong; the page does not say
    /// which.
    record WrongCredentials() implements SignInResult {}

    /// Too many attempts, or the server is busy: nothing was checked.
    ///
    /// @param retryAfter time until the next attempt
    record Throttled(Duration retryAfter) implements SignInResult {}

    /// The password is right; [WebSignIn#verifySecondFactor] follows.
    ///
    /// @param challenge a secret of this browser that the next form carries, valid for 10 minutes
    record SecondFactorNeeded(String challenge) implements SignInResult {

        @Override
        public String toString() {
            return "SecondFactorNeeded[***]";
        }
    }

    /// The time for the second factor is over, or the password has changed meanwhile: sign-in starts again.
    record Expired() implements SignInResult {}
}

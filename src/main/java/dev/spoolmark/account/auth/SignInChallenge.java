package dev.spoolmark.account.auth;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// A sign-in that awaits its second factor.
record SignInChallenge(UserId user, long credVersion, Instant createdAt) {}

package dev.spoolmark.oauth;

import java.time.Duration;

/// How long tokens are valid.
///
/// @param access from one hour to one year
/// @param refresh from the last refresh on
public record TokenLifetimes(Duration access, Duration refresh) {

    /// 90 days, and one year: players refresh a token two days before it expires.
    public static final TokenLifetimes DEFAULT = new TokenLifetimes(Duration.ofDays(90), Duration.ofDays(365));
}

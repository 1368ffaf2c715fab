package dev.spoolmark.account.session;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// A sign-in session as its user sees it in a list. It contains no secret.
///
/// @param device browser and system, `Firefox, Windows`; empty if neither is known
/// @param address the network of the last recorded use, an IPv4 address or an IPv6 /64
/// @param usedAt the last use, at most 5 minutes too early
/// @param verifiedAt when the user last proved their identity, at sign-in or later
public record Session(
        UserId user, long id, String device, String address, Instant startedAt, Instant usedAt, Instant verifiedAt) {}

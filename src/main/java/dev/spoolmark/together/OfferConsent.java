package dev.spoolmark.together;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// A user who may offer plays, and since when.
///
/// @param automatic whether offers are accepted at once
public record OfferConsent(UserId other, boolean automatic, Instant since) {}

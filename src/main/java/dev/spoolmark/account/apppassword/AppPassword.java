package dev.spoolmark.account.apppassword;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An app password as its user sees it in a list. It contains no secret.
///
/// @param usedAt the last use, at most 5 minutes too early; null if it was never used
public record AppPassword(
        long id,
        String name,
        AppPasswordPermission permission,
        Instant createdAt,
        @Nullable Instant usedAt) {}

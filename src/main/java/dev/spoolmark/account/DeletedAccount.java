package dev.spoolmark.account;

import java.time.Instant;

/// A deleted account, without any of its data.
///
/// @param createdAt tells it from another account that got the same id after an older database was restored
public record DeletedAccount(UserId user, Instant createdAt, Instant deletedAt) {}

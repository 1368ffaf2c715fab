package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// A user who is connected by a follow, a friendship or a pending request, and since when.
public record FollowEdge(UserId userId, Instant since) {}

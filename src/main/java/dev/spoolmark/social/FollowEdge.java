package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// Another person somebody is tied to, and since when: by a follow, a friendship, or a request that waits.
public record FollowEdge(UserId userId, Instant since) {}

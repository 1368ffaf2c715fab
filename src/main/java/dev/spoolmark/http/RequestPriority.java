package dev.spoolmark.http;

/// Who goes first when not everybody finds a turn (`docs/scaling.md#overload`), the most urgent first.
public enum RequestPriority {

    /// Keeps what somebody did, or asks whether the server is alive. A player says once what was played.
    CRITICAL_WRITE,

    /// Reads what one person has: a player or a page that compares its own state with ours.
    USER_READ,

    /// Reads anything else. It is as good later.
    BEST_EFFORT
}

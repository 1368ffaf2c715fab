package dev.spoolmark.http;

/// Which requests go first under load (`docs/scaling.md#overload`), the most urgent first.
public enum RequestPriority {

    /// Stores what a user did, since a player sends it once; or a health check.
    CRITICAL_WRITE,

    /// Reads the data of one user, such as a player that compares its state with the server.
    USER_READ,

    /// Any other read. It can be repeated later.
    BEST_EFFORT
}

package dev.spoolmark.wire;

/// Who goes first when not everybody finds a turn (`scale.md` 8), the most urgent first.
public enum Urgency {

    /// Keeps what somebody did, or asks whether the server is alive. A player says once what was played.
    KEEPING,

    /// Reads what one person has: a player or a page that compares its own state with ours.
    PERSON,

    /// Reads anything else. It is as good later.
    OTHER
}

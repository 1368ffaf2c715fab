package dev.spoolmark.together;

/// What waits for a decision of a user.
///
/// @param requests users who ask to follow the user
/// @param offers plays that are offered to the user
public record Inbox(long requests, long offers) {

    static final Inbox EMPTY = new Inbox(0, 0);
}

package dev.spoolmark.oauth;

/// The outcome of a poll with a device code, in the order in which they are checked.
public sealed interface DevicePoll {

    /// No such code, or one of another client.
    record Unknown() implements DevicePoll {}

    record Expired() implements DevicePoll {}

    /// The user denied.
    record Denied() implements DevicePoll {}

    /// The tokens were collected before.
    record Used() implements DevicePoll {}

    /// The user approved.
    record Issued(IssuedTokens tokens) implements DevicePoll {}

    /// Less than 1 s after the poll before.
    record TooFast() implements DevicePoll {}

    /// The user did not decide yet.
    record Pending() implements DevicePoll {}
}

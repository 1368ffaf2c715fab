package dev.spoolmark.together;

/// The result of offering a play.
public enum OfferResult {

    /// The other user decides about it.
    OFFERED,

    /// The other user has it now, or had it before.
    ACCEPTED,

    /// It was offered before.
    REPEATED,

    /// The other user does not let the user offer plays, or they are no friends.
    NOT_ALLOWED
}

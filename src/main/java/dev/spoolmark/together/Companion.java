package dev.spoolmark.together;

import dev.spoolmark.account.UserId;

/// A friend with whom plays may be shared.
///
/// @param mayOfferMe whether the user lets this friend offer plays
/// @param isAutomatic whether plays that this friend offers are accepted at once
/// @param mayOfferThem whether the user may offer plays to this friend
public record Companion(UserId user, boolean mayOfferMe, boolean isAutomatic, boolean mayOfferThem) {}

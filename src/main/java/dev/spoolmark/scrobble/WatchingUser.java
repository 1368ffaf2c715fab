package dev.spoolmark.scrobble;

import dev.spoolmark.account.Account;

/// A user and what this user is watching now.
///
/// @param account as the viewer may see it
public record WatchingUser(Account account, NowWatching watching) {}

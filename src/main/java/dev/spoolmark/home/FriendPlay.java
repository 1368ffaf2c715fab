package dev.spoolmark.home;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.history.WatchedTime;

/// A play of a friend, which the user may see.
///
/// @param time not unknown
public record FriendPlay(Account friend, ItemSummary item, WatchedTime time) {}

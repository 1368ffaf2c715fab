package dev.spoolmark.home;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.ItemSummary;
import java.time.Instant;

/// A play of a friend, which the user may see.
public record FriendPlay(Account friend, ItemSummary item, Instant at) {}

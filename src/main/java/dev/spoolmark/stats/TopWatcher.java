package dev.spoolmark.stats;

import dev.spoolmark.account.Account;

/// A user who is visible to the viewer, and their number of plays of an item.
public record TopWatcher(Account account, int plays) {}

package dev.spoolmark.stats;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.MediaId;

/// A user who is visible to the viewer, and the movie or episode that they are watching now.
public record CurrentWatcher(Account account, MediaId item) {}

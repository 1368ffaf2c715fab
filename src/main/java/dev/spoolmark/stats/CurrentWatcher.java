package dev.spoolmark.stats;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.MediaId;

/// Somebody whom the viewer may see, and the movie or episode they are watching right now.
public record CurrentWatcher(Account account, MediaId item) {}

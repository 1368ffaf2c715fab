package dev.spoolmark.stats;

import dev.spoolmark.account.Account;

/// Somebody whom the viewer may see, and how often they played a thing.
public record TopWatcher(Account account, int plays) {}

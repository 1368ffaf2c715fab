package dev.spoolmark.account.apppassword;

import dev.spoolmark.core.Secret;

/// An app password with its hash.
record StoredAppPassword(AppPassword appPassword, Secret hash) {}

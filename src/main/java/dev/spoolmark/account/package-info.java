/// Who may speak: people, their settings, and the applications that speak for them.
///
/// Start with [dev.spoolmark.account.Accounts] and [dev.spoolmark.account.auth.Authenticator]. It must not know what
/// people watch.
@NullMarked
package dev.spoolmark.account;

import org.jspecify.annotations.NullMarked;

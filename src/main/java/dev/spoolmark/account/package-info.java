/// Users, their settings, and client applications.
///
/// Start with [dev.spoolmark.account.Accounts] and [dev.spoolmark.account.auth.Authenticator]. It must not know
/// what users watch.
@NullMarked
package dev.spoolmark.account;

import org.jspecify.annotations.NullMarked;

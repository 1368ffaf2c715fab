/// Sign-in sessions of browsers.
///
/// Start with [dev.spoolmark.account.session.Sessions]. It knows neither cookies nor pages.
@NullMarked
package dev.spoolmark.account.session;

import org.jspecify.annotations.NullMarked;

/// The settings of a user: account, privacy, display, security, data.
///
/// Start with [dev.spoolmark.web.settings.SettingsPages].
@NullMarked
package dev.spoolmark.web.settings;

import org.jspecify.annotations.NullMarked;

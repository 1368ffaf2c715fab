/// Pages for people who have no account or no password yet: set-up of the server, registration, new passwords.
///
/// Start with [dev.spoolmark.web.entry.EntryPages].
@NullMarked
package dev.spoolmark.web.entry;

import org.jspecify.annotations.NullMarked;

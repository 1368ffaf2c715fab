/// Erases the data of deleted accounts.
///
/// Start with [dev.spoolmark.account.deletion.AccountErasure].
@NullMarked
package dev.spoolmark.account.deletion;

import org.jspecify.annotations.NullMarked;

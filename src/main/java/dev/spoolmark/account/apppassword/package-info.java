/// Generated passwords for clients of v1.
///
/// Start with [dev.spoolmark.account.apppassword.AppPasswords].
@NullMarked
package dev.spoolmark.account.apppassword;

import org.jspecify.annotations.NullMarked;

/// The security log: changes to accounts and keys, sign-ins, with time and origin.
///
/// Start with [dev.spoolmark.account.audit.Audit]. It identifies users by id only, and contains no secrets.
@NullMarked
package dev.spoolmark.account.audit;

import org.jspecify.annotations.NullMarked;

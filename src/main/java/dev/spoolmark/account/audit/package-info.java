/// What was done to accounts and keys, from where and when.
///
/// Start with [dev.spoolmark.account.audit.Audit]. It knows people by their number only, and nothing that is secret.
@NullMarked
package dev.spoolmark.account.audit;

import org.jspecify.annotations.NullMarked;

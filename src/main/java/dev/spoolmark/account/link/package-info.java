/// One-time links: new passwords, invitations, the first administrator.
///
/// Start with [dev.spoolmark.account.link.AccountLinks]. It does not know the addresses of pages.
@NullMarked
package dev.spoolmark.account.link;

import org.jspecify.annotations.NullMarked;

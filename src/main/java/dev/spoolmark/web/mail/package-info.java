/// Texts of mails.
///
/// Start with [dev.spoolmark.web.mail.MailMessages].
@NullMarked
package dev.spoolmark.web.mail;

import org.jspecify.annotations.NullMarked;

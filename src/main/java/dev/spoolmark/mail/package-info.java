/// Mails of the server: a queue in the database, and sending by SMTP.
///
/// Start with [dev.spoolmark.mail.MailQueue]. It does not know the texts of the mails.
@NullMarked
package dev.spoolmark.mail;

import org.jspecify.annotations.NullMarked;

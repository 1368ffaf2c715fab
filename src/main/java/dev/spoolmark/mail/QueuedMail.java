package dev.spoolmark.mail;

import java.time.Instant;

/// A mail that is to be written and sent.
///
/// @param user id of the user; 0 if a visitor asked for it, who may have no account
/// @param recipient the e-mail address; for a visitor the name or address as it was typed
/// @param language of the visitor; empty for that of the user
/// @param attempts number of attempts to send it, with the current one
public record QueuedMail(
        long id, MailKind kind, long user, String recipient, String language, Instant createdAt, int attempts) {}

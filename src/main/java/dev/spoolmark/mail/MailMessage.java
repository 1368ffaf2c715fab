package dev.spoolmark.mail;

import dev.spoolmark.core.WrittenText;

/// A mail of plain text.
///
/// @param to one e-mail address, without a name
/// @param subject one line
/// @param text lines are separated by `\n`
public record MailMessage(String to, String subject, String text) {

    /// @throws IllegalArgumentException if address or subject contain a control character, which could begin
    ///     another header field (RFC 5322, 2.2)
    public MailMessage {
        if (WrittenText.hasControlCharacters(to) || WrittenText.hasControlCharacters(subject)) {
            throw new IllegalArgumentException("address and subject must not contain control characters");
        }
    }
}

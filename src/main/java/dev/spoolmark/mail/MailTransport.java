package dev.spoolmark.mail;

/// Hands mails over to a mail server.
@FunctionalInterface
public interface MailTransport {

    /// Returns when the mail server has accepted the mail. May take 30 s.
    ///
    /// @throws MailException if it did not
    void send(MailMessage message) throws MailException;
}

package dev.spoolmark.mail;

import dev.spoolmark.core.Secret;

/// A mail server and the sender of the mails.
///
/// @param user empty if the server asks for none
/// @param password of `user`
/// @param from an e-mail address, also with a name: `Spoolmark <tv@example.org>`
public record SmtpSettings(String host, int port, TlsMode tls, String user, Secret password, String from) {

    boolean hasUser() {
        return !user.isEmpty();
    }
}

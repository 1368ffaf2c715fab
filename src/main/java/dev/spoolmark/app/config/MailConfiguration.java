package dev.spoolmark.app.config;

import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.mail.SmtpSettings;
import dev.spoolmark.mail.TlsMode;
import java.util.Optional;
import java.util.Set;

/// The settings `mail.*`.
final class MailConfiguration {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private MailConfiguration() {}

    /// @throws UserErrorException if settings are missing or contradict each other
    static Optional<SmtpSettings> of(RawSettings settings) {
        return settings.get(MailSettings.MAIL_HOST).map(host -> of(settings, host));
    }

    private static SmtpSettings of(RawSettings settings, String host) {
        TlsMode tls = settings.get(MailSettings.MAIL_TLS);
        String user = settings.get(MailSettings.MAIL_USER);
        Secret password = settings.get(MailSettings.MAIL_PASSWORD);
        int port = settings.get(MailSettings.MAIL_PORT);
        String from = settings.get(MailSettings.MAIL_FROM)
                .orElseThrow(() -> UserErrorException.of("mail.host needs mail.from: set the sender of the mails"));
        if (user.isEmpty() == (password.reveal().length > 0)) {
            throw UserErrorException.of(
                    "mail.user and mail.password belong together: set both, or remove the one that is set");
        }
        if (!user.isEmpty() && tls == TlsMode.NONE && !LOOPBACK.contains(host)) {
            throw UserErrorException.of("mail.tls = none would send mail.password in the clear: use starttls or tls");
        }
        return new SmtpSettings(host, port == 0 ? tls.defaultPort() : port, tls, user, password, from);
    }
}

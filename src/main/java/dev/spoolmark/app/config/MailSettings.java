package dev.spoolmark.app.config;

import dev.spoolmark.core.Secret;
import dev.spoolmark.mail.TlsMode;
import java.util.List;
import java.util.Optional;

/// The mail server.
final class MailSettings {

    static final Setting<Optional<String>> MAIL_HOST = Setting.of(
            "mail.host",
            "",
            SettingParsers::optional,
            "Host name of the mail server (SMTP) with which the server sends links for a new password, and notices"
                    + " about changed passwords, e-mail addresses and second factors. If unset, no mail is sent. Links"
                    + " in mails begin with `public_url`.");

    static final Setting<Integer> MAIL_PORT = Setting.of(
            "mail.port",
            "0",
            SettingParsers.number(0, SettingParsers.HIGHEST_PORT),
            "Port of the mail server. `0`: 465 with `mail.tls = tls`, 587 with `starttls`, 25 with `none`.");

    static final Setting<TlsMode> MAIL_TLS = Setting.of(
            "mail.tls",
            "starttls",
            SettingParsers.enumValue(TlsMode.class),
            "Encryption of the connection to the mail server: `tls` from the start, `starttls` after the command of"
                    + " this name, which the server must support, or `none`. The certificate has to be valid for"
                    + " `mail.host`. `none` together with `mail.user` is accepted for `localhost` only.");

    static final Setting<String> MAIL_USER = Setting.of(
            "mail.user",
            "",
            SettingParsers::text,
            "User name at the mail server. If unset, the server does not sign in.");

    static final Setting<Secret> MAIL_PASSWORD = Setting.secret(
            "mail.password",
            SettingParsers::secret,
            "Password of `mail.user`. Alternatively `SPOOLMARK_MAIL_PASSWORD_FILE` names a file that contains it.");

    static final Setting<Optional<String>> MAIL_FROM = Setting.of(
            "mail.from",
            "",
            SettingParsers::mailbox,
            "Sender of the mails, such as `tv@example.org` or `Spoolmark <tv@example.org>`. Required with"
                    + " `mail.host`.");

    static final List<Setting<?>> ALL = List.of(MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_USER, MAIL_PASSWORD, MAIL_FROM);

    private MailSettings() {}
}

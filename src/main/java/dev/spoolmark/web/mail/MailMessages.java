package dev.spoolmark.web.mail;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.auth.Credentials;
import dev.spoolmark.account.link.LinkCode;
import dev.spoolmark.account.link.PasswordResets;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.mail.MailKind;
import dev.spoolmark.mail.MailMessage;
import dev.spoolmark.mail.QueuedMail;
import dev.spoolmark.web.text.Formats;
import dev.spoolmark.web.text.Languages;
import dev.spoolmark.web.text.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Writes mails in the language of their recipient.
public final class MailMessages {

    /// Links for one account: 3 at once, then one in 20 minutes.
    private static final RateLimit LINKS = new RateLimit(3, Duration.ofMinutes(20));

    private static final Actor VISITOR = new Actor("web", null);

    private final Accounts accounts;
    private final PasswordResets resets;
    private final Languages languages = new Languages();
    private final Supplier<String> serverName;
    private final Function<LinkCode, String> resetLink;
    private final InstantSource clock;
    private final KeyedRateLimiter<UserId> links;

    /// @param resetLink the address of the page for a new password
    public MailMessages(
            Accounts accounts,
            PasswordResets resets,
            Supplier<String> serverName,
            Function<LinkCode, String> resetLink,
            InstantSource clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.serverName = serverName;
        this.resetLink = resetLink;
        this.clock = clock;
        this.links = new KeyedRateLimiter<>(LINKS, clock);
    }

    /// The mail to send; empty if there is no such account or address, or no mail is due any more.
    public Optional<MailMessage> write(QueuedMail mail) {
        return mail.kind() == MailKind.PASSWORD_RESET ? reset(mail) : notice(mail);
    }

    /// A link is made for each attempt.
    private Optional<MailMessage> reset(QueuedMail mail) {
        if (!clock.instant().isBefore(mail.createdAt().plus(PasswordResets.VALIDITY))) {
            return Optional.empty();
        }
        return accounts.cache()
                .findByNameOrEmail(mail.recipient())
                .filter(Credentials::active)
                .map(Credentials::account)
                .filter(account -> account.email() != null)
                .filter(account ->
                        mail.attempts() > 1 || links.tryAcquire(account.id()).isZero())
                .map(account -> reset(mail, account));
    }

    private MailMessage reset(QueuedMail mail, Account account) {
        Texts texts = languages.texts(mail.language());
        String link = resetLink.apply(resets.create(account, VISITOR));
        String text = texts.get(
                "mail.password_reset.text",
                account.name(),
                serverName.get(),
                link,
                PasswordResets.VALIDITY.toMinutes());
        return new MailMessage(
                String.valueOf(account.email()), texts.get("mail.password_reset.subject", serverName.get()), text);
    }

    private Optional<MailMessage> notice(QueuedMail mail) {
        return accounts.find(new UserId(mail.user())).map(account -> notice(mail, account));
    }

    private MailMessage notice(QueuedMail mail, Account account) {
        Preferences preferences = account.preferences();
        Texts texts = languages.texts(preferences.pages().language().key());
        Formats formats = new Formats(preferences.timeZone(), texts.language(), preferences.clock24Hours());
        String key = "mail." + mail.kind().key();
        String text = texts.get(
                        key + ".text",
                        account.name(),
                        serverName.get(),
                        formats.dateTime(mail.createdAt()),
                        preferences.timeZone().getId())
                + texts.get("mail.not_you");
        return new MailMessage(mail.recipient(), texts.get(key + ".subject", serverName.get()), text);
    }
}
